import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { retentionYears } from '../../../../shared/agenda/retention/retention.ts';
import { usualRetentionYears } from '../../../../shared/model/agency.ts';
import { countOf } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { Trouble } from '../trouble.tsx';
import settings from '../settings.module.css';
import { useChange } from '../use-change.ts';
import styles from './retention.module.css';

/** The years; fewer than the usual ten only with a reason. */
export function RuleForm() {
  const { can } = useSession();
  const { agency, canWrite, working, trouble, setAgency } = useChange();
  const known = retentionYears(agency);
  const [years, setYears] = useState<number | string>(known);
  const [reason, setReason] = useState(agency.retention?.reason ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const short = typeof years === 'number' && years < usualRetentionYears;
  const changed = years !== known || (short && reason.trim() !== (agency.retention?.reason ?? ''));
  const save = async (): Promise<void> => {
    if (typeof years !== 'number' || !Number.isInteger(years) || years < 1 || years > 100) {
      setProblem('Write a whole number of years, 1 to 100.');
      return;
    }
    if (short && reason.trim() === '') {
      setProblem(`Fewer than ${usualRetentionYears} years need a reason: name the rule that allows it.`);
      return;
    }
    setProblem(null);
    const { retention: _before, ...rest } = agency;
    const retention = years === usualRetentionYears ? {} : { retention: { years, ...(short && { reason: reason.trim() }) } };
    await setAgency({ ...rest, ...retention }, `Files are kept ${countOf(years, 'year')} after separation`);
  };
  return (
    <form
      className={styles.rule}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NumberInput label="Years after the last day of work" value={years} onChange={setYears} min={1} max={100} allowDecimal={false} hideControls className={styles.years ?? ''} disabled={!can('administer')} />
      {short && <TextInput label="Why fewer than ten" value={reason} onChange={(event) => setReason(event.currentTarget.value)} required className={styles.reason ?? ''} />}
      {changed && <Button type="submit" variant="filled" loading={working} disabled={!canWrite || !can('administer')}>Save years</Button>}
      <p className={settings.quiet}>Ten years cover the longest published rule (42 CFR 438.3(u)). Contracts may ask for more.</p>
      <Trouble words={problem ?? trouble} />
    </form>
  );
}
