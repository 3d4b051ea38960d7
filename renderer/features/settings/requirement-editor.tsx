import { Button, TextInput } from '@mantine/core';
import { Fragment, useState, type SyntheticEvent } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { Override } from '../../../shared/model/agency.ts';
import type { Parameters } from '../../../shared/model/window.ts';
import { shortCitation } from '../../../shared/rules/packs/sources.ts';
import { shownId } from '../../../shared/rules/requirement.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { OverrideHistory } from './override-history.tsx';
import { ParameterField } from './parameter-field.tsx';
import { agencyValues, changedValues, changeWords, editableKeys, overridesOf, parameterLabels, valueWords } from './parameters.ts';
import type { ShippedRule } from './requirement-row.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useChange } from './use-change.ts';

/** The parameters of one rule: the pack's value, the agency's, and the reason a change needs. */
export function RequirementEditor({ rule, onClose }: { readonly rule: ShippedRule; readonly onClose: () => void }) {
  const { today, now } = useSession();
  const { agency, working, trouble, canWrite, setAgency } = useChange();
  const overrides = overridesOf(agency, rule.id);
  const inForce: Parameters = { ...rule.parameters, ...agencyValues(overrides, today) };
  const [values, setValues] = useState<Parameters>(inForce);
  const [from, setFrom] = useState<CivilDate | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const keys = editableKeys(rule, inForce);
  const set = changedValues(keys, inForce, values);
  const nothing = Object.keys(set).length === 0;
  const rolesMissing = values.roles?.length === 0;

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (nothing || rolesMissing || reason.trim() === '') return;
    const override: Override = { requirement: rule.id, set, ...(from !== null && { from }), reason: reason.trim(), recordedAt: now() };
    const saved = await setAgency({ ...agency, overrides: [...(agency.overrides ?? []), override] }, `Changed ${shownId(rule.id)}: ${changeWords(set, inForce)}`);
    if (saved) onClose();
  };

  return (
    <form className={styles.editor} onSubmit={(event) => void submit(event)} noValidate aria-label={`Change ${rule.title}`}>
      <p className={styles.quiet}>{rule.citations.map(shortCitation).join(' · ')}</p>
      <div className={styles.parameters}>
        <span className={styles.columnHead}>Parameter</span>
        <span className={styles.columnHead}>The pack says</span>
        <span className={styles.columnHead}>This agency</span>
        {keys.map((key) => (
          <Fragment key={key}>
            <span>{parameterLabels[key]}</span>
            <span className={styles.quiet}>{valueWords(key, rule.parameters)}</span>
            <ParameterField name={key} values={values} onChange={setValues} disabled={!canWrite} />
          </Fragment>
        ))}
      </div>
      <OverrideHistory rule={rule} overrides={overrides} />
      <div className={styles.pair}>
        <TextInput
          label="Reason"
          description="Cited wherever the change acts."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && !nothing && reason.trim() === '' ? 'Write why the agency departs from the pack.' : rolesMissing ? 'Choose at least one role, or switch the rule off.' : null}
          required
        />
        <DateField label="In force from" description="Empty: always." value={from} onChange={setFrom} today={today} />
      </div>
      {!nothing && <p className={styles.quiet} style={{ marginTop: 8 }}>{changeWords(set, inForce)}</p>}
      <Trouble words={trouble} />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={working} disabled={nothing || !canWrite}>Save change</Button>
        <Button onClick={() => setValues({ ...inForce, ...rule.parameters })} disabled={Object.keys(changedValues(keys, values, rule.parameters)).length === 0}>
          Fill in the pack&apos;s values
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
