import { Button } from '@mantine/core';
import { useState } from 'react';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone, type Override } from '../../../shared/model/agency.ts';
import { shownId } from '../../../shared/rules/requirement.ts';
import { dateWords } from '../../../shared/wording.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { changeWords } from './parameters.ts';
import type { ShippedRule } from './requirement-row.tsx';
import styles from './settings.module.css';
import { useChange } from './use-change.ts';

/** What the agency changed so far in one rule: old, new, reason, from when; each can be withdrawn. */
export function OverrideHistory({ rule, overrides }: { readonly rule: ShippedRule; readonly overrides: readonly Override[] }) {
  const { agency, trouble, canWrite, setAgency } = useChange();
  const [withdrawing, setWithdrawing] = useState<Override | null>(null);
  if (overrides.length === 0) return null;
  const withdraw = async (override: Override, reason: string): Promise<void> => {
    const left = (agency.overrides ?? []).filter((each) => each !== override);
    if (await setAgency({ ...agency, overrides: left }, `Withdrew a change of ${shownId(rule.id)}: ${reason}`)) setWithdrawing(null);
  };
  return (
    <ul className={styles.history} aria-label="Changes so far">
      {overrides.map((override) => (
        <li key={`${override.recordedAt} ${override.from ?? ''}`}>
          <span className={styles.changed}>{changeWords(override.set, rule.parameters)}</span>
          {override.from === undefined ? '' : `, from ${dateWords(override.from)}`}. {override.reason} · recorded{' '}
          {dateWords(civilDateAt(Date.parse(override.recordedAt), agency.timeZone ?? defaultTimeZone))}{' '}
          <Button variant="subtle" size="compact-xs" disabled={!canWrite} onClick={() => setWithdrawing(override)}>Withdraw</Button>
        </li>
      ))}
      <ConfirmWithReason
        opened={withdrawing !== null}
        title="Withdraw this change?"
        reasonLabel="Why is it withdrawn?"
        confirmLabel="Withdraw change"
        problem={trouble}
        onConfirm={(reason) => (withdrawing === null ? undefined : withdraw(withdrawing, reason))}
        onClose={() => setWithdrawing(null)}
      >
        The pack&apos;s own value holds again, for every date. To change it only from a day on, save a new change instead. The log keeps
        that this one was there.
      </ConfirmWithReason>
    </ul>
  );
}
