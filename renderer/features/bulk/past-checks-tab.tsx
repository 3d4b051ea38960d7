import { Checkbox, FileInput, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { daysInMonth, fromDay, isCivilDate, monthOf, plusMonths, toDay, type CivilDate, type CivilMonth } from '../../../shared/civil-date.ts';
import { planPastChecks } from '../../../shared/import/bulk.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { exclusionLists, exclusionListWords, type ExclusionCheck, type ExclusionList } from '../../../shared/model/exclusion.ts';
import { countOf, longMonthWords } from '../../../shared/wording.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { useFileDocument } from '../../session/use-file-document.ts';
import { DateField } from '../../ui/date-field.tsx';
import { BulkFrame, type Outcome } from './bulk-frame.tsx';
import { PeoplePicker } from './people-picker.tsx';
import styles from './bulk.module.css';

/** How many months back the grid offers. */
const monthsShown = 24;

/** Months of exclusion checks made before Muster: people by lists by months, a date for each month. */
export function PastChecksTab() {
  const { file, today, newId, now, commit } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [lists, setLists] = useState<readonly ExclusionList[]>([]);
  const [days, setDays] = useState<Readonly<Record<CivilMonth, CivilDate>>>({});
  const [usual, setUsual] = useState('');
  const [method, setMethod] = useState<ExclusionCheck['method'] | null>(null);
  const [proven, setProven] = useState(false);
  const [proof, setProof] = useState<File | null>(null);
  const [unread, setUnread] = useState<Readonly<Record<string, string | null>>>({});
  const fileDocument = useFileDocument();
  const months = useMemo(() => Array.from({ length: monthsShown }, (_, back) => monthOf(fromDay(plusMonths(toDay(today), -back)))), [today]);

  const request = useMemo(() => ({
    file,
    people: file.people.filter(({ id }) => chosen.has(id)),
    lists,
    days: months.flatMap((month) => (days[month] === undefined ? [] : [{ month, checkedOn: days[month] }])),
  }), [file, chosen, lists, days, months]);
  const plan = useMemo(() => planPastChecks({ ...request, method: 'website', documents: [], newId: () => 'preview', now: '1970-01-01T00:00:00Z' }), [request]);

  const outside = months.find((month) => days[month] !== undefined && (monthOf(days[month]) !== month || days[month] > today));
  const why =
    Object.values(unread).find((each) => each !== null) ??
    (request.days.length === 0 ? 'Fill in the day of the search for at least one month.'
      : outside !== undefined ? `The date beside ${longMonthWords(outside)} must lie in that month and not in the future.`
        : lists.length === 0 ? 'Choose the lists that were searched.'
          : chosen.size === 0 ? 'Choose who was searched.'
            : plan.checks.length === 0 ? 'Every one of these checks is on file already, or nobody chosen was employed in these months.'
              : method === null ? 'Say how it was searched.'
                : proven ? null : 'Confirm that every search was clear.');

  const fill = (text: string): void => {
    setUsual(text);
    const day = Number(text);
    if (!Number.isInteger(day) || day < 1 || day > 31) return;
    setDays(Object.fromEntries(months.flatMap((month) => {
      const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
      const date = `${month}-${String(Math.min(day, last)).padStart(2, '0')}`;
      return isCivilDate(date) && date <= today ? [[month, date]] : [];
    })));
  };

  const record = async (): Promise<Outcome> => {
    if (why !== null || method === null) return { ok: false, words: `Not recorded yet. ${why ?? ''}` };
    const filed = await fileDocument(proof, 'exclusion');
    if (!filed.ok) return { ok: false, words: filed.error };
    const { checks } = planPastChecks({ ...request, method, documents: filed.value.documents, newId, now: now() });
    const what = `Recorded ${countOf(checks.length, 'past exclusion check')} of ${countOf(chosen.size, 'person', 'people')}`;
    const result = await commit([...filed.value.changes, ...checks.map((check): Change => ({ kind: 'add-check', check }))], what);
    if (!result.ok) return { ok: false, words: commitErrorWords(result.error) };
    setDays({});
    setUsual('');
    setProof(null);
    setProven(false);
    return { ok: true, logId: result.value.logId, words: `${what}.` };
  };

  const passedOver = [
    ...(plan.already > 0 ? [`${plan.already} already on file`] : []),
    ...(plan.notEmployed > 0 ? [`${countOf(plan.notEmployed, 'month')} of people who were not employed`] : []),
  ];
  return (
    <BulkFrame
      label={plan.checks.length === 0 ? 'Record' : `Record ${countOf(plan.checks.length, 'check')}`}
      why={why}
      summary={plan.checks.length === 0 && passedOver.length === 0
        ? 'Nothing chosen yet.'
        : `${countOf(plan.checks.length, 'check')}: ${countOf(chosen.size, 'person', 'people')}, ${countOf(lists.length, 'list')}, ${countOf(request.days.length, 'month')}.${passedOver.length === 0 ? '' : ` Passed over: ${passedOver.join(', ')}.`}`}
      onRecord={record}
    >
      <section className={styles.form} aria-label="The checks">
        <Stack gap="sm">
          <Checkbox.Group label="Lists searched" value={[...lists]} onChange={(next) => setLists(exclusionLists.filter((list) => next.includes(list)))}>
            <div className={styles.lists}>{exclusionLists.map((list) => <Checkbox key={list} value={list} label={exclusionListWords[list].short} title={exclusionListWords[list].long} />)}</div>
          </Checkbox.Group>
          <Radio.Group label="How it was searched" value={method} onChange={(value) => setMethod(value === 'whole-list' ? 'whole-list' : 'website')}>
            <Group gap="md" mt={4}><Radio value="website" label="On the list’s website" /><Radio value="whole-list" label="Against the whole list" /></Group>
          </Radio.Group>
          <FileInput label="Proof" description="Optional, one for all. A check without proof leaves “proof on file” incomplete." placeholder="Choose a file" clearable clearButtonProps={{ 'aria-label': 'Take the file away' }} value={proof} onChange={setProof} />
          <Checkbox label="Every one of these searches was clear. A possible or confirmed match is recorded on the person’s screen." checked={proven} onChange={(event) => setProven(event.currentTarget.checked)} />
        </Stack>
      </section>
      <section className={styles.months} aria-label="Months">
        <div className={styles.monthsHead}>
          <h2 className={styles.monthsTitle}>Day of the search</h2>
          <TextInput aria-label="The same day every month" placeholder="Same day, e.g. 5" w={130} inputMode="numeric" value={usual} onChange={(event) => fill(event.currentTarget.value)} />
        </div>
        <p className={styles.hint}>A month left empty is not recorded.</p>
        <div className={styles.monthList}>
          {months.map((month) => (
            <DateField
              key={`${month}-${usual}`}
              label={longMonthWords(month)}
              today={today}
              past
              value={days[month] ?? null}
              error={days[month] !== undefined && monthOf(days[month]) !== month ? 'Not in this month' : null}
              onProblem={(problem) => setUnread((before) => ({ ...before, [month]: problem }))}
              onChange={(date) => setDays(({ [month]: _before, ...rest }) => (date === null ? rest : { ...rest, [month]: date }))}
            />
          ))}
        </div>
      </section>
      <PeoplePicker chosen={chosen} onChange={setChosen} />
    </BulkFrame>
  );
}
