import { FileInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { FidelityReview } from '../../../../shared/model/agency-records/agency-record.ts';
import { fidelityItemCount } from '../../../../shared/model/agency-records/fidelity.ts';
import { laConsequences, ncConsequences, type Consequence, type DraftReview } from '../../../../shared/rules/agency/fidelity/consequences.ts';
import { bandOf, scaleItems } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../../ui/use-unread-dates.ts';
import { ScoreGrid, type TypedItems } from './score-grid.tsx';
import type { TeamFidelity } from './use-fidelity.ts';
import { useKeep } from './use-keep.ts';
import styles from './fidelity.module.css';

const dateNames = ['plannedOn', 'heldFrom', 'heldTo', 'submittedOn', 'draftReceivedOn', 'finalReceivedOn'] as const;
type DateName = (typeof dateNames)[number];
type Dates = Readonly<Record<DateName, CivilDate | null>>;

const labels: Readonly<Record<FidelityReview['review'], readonly (readonly [DateName, string])[]>> = {
  external: [['plannedOn', 'Planned for'], ['heldFrom', 'First day on site'], ['heldTo', 'Last day on site'], ['draftReceivedOn', 'Draft received'], ['finalReceivedOn', 'Final report received']],
  'self-evaluation': [['heldTo', 'Made on'], ['submittedOn', 'Handed in on']],
};

const datesOf = (record: FidelityReview | null): Dates => ({
  plannedOn: record?.plannedOn ?? null, heldFrom: record?.heldFrom ?? null, heldTo: record?.heldTo ?? record?.heldFrom ?? null,
  submittedOn: record?.submittedOn ?? null, draftReceivedOn: record?.draftReceivedOn ?? null, finalReceivedOn: record?.finalReceivedOn ?? null,
});

const itemsOf = (record: FidelityReview | null): TypedItems => new Map((record?.scores ?? []).map(({ item, score, note }) => [item, { score, note: note ?? '' }]));

/** A review from its plan to its final report, its items typed one after the other, and what its total would mean while it is typed. */
export function ReviewForm({ fidelity, record, onClose }: { readonly fidelity: TeamFidelity; readonly record: FidelityReview | null; readonly onClose: () => void }) {
  const { today } = useSession();
  const [kind, setKind] = useState<FidelityReview['review']>(record?.review ?? 'external');
  const [dates, setDates] = useState(() => datesOf(record));
  const [items, setItems] = useState(() => itemsOf(record));
  const [printed, setPrinted] = useState(record?.scores === undefined ? String(record?.total ?? '') : '');
  const [reviewer, setReviewer] = useState(record?.reviewer ?? '');
  const [note, setNote] = useState(record?.note ?? '');
  const [papers, setPapers] = useState<readonly File[]>([]);
  const unread = useUnreadDates();
  const keep = useKeep();

  const rated = scaleItems.flatMap((item) => {
    const typed = items.get(item);
    return typed?.score == null ? [] : [{ item, score: typed.score as 1, ...(typed.note.trim() === '' ? {} : { note: typed.note.trim() }) }];
  });
  const lost = scaleItems.filter((item) => (items.get(item)?.score ?? null) === null && (items.get(item)?.note ?? '').trim() !== '');
  const sum = rated.reduce((before, row) => before + row.score, 0);
  const printedTotal = rated.length === 0 && /^\d+$/.test(printed.trim()) ? Number(printed) : null;
  const total = rated.length === fidelityItemCount ? sum : printedTotal !== null && bandOf(printedTotal) !== null ? printedTotal : null;
  const own = labels[kind].map(([name]) => name);
  const asked = Object.fromEntries(dateNames.flatMap((name) => (own.includes(name) && dates[name] !== null ? [[name, dates[name]]] : []))) as Partial<Record<DateName, CivilDate>>;
  const heldFrom = kind === 'self-evaluation' ? asked.heldTo : (asked.heldFrom ?? asked.heldTo);
  const draft: DraftReview = {
    kind: 'fidelity-review', id: record?.id ?? 'draft', teamId: fidelity.team.id, review: kind, ...asked,
    ...(heldFrom === undefined ? {} : { heldFrom }),
    ...(rated.length === 0 ? {} : { scores: rated }),
    ...(total === null ? {} : { total }),
  };

  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not recorded yet: ${unread.problem}`;
    const problem = problemOf(asked, heldFrom, rated.length, printed, lost);
    if (problem !== null) return `Not recorded yet: ${problem}`;
    const on = asked.heldTo ?? heldFrom ?? asked.plannedOn ?? asked.submittedOn;
    const name = kind === 'external' ? 'fidelity review' : 'self-evaluation';
    const failed = await keep({ ...draft, reviewer: reviewer.trim(), note: note.trim() }, { replaces: record, papers, what: `Recorded a ${name} of ${fidelity.team.name}${on === undefined ? '' : `, ${dateWords(on)}`}` });
    if (failed === null) onClose();
    return failed;
  };

  return (
    <FormDialog
      title={`${kind === 'external' ? 'Fidelity review' : 'Self-evaluation'}, ${fidelity.team.name}`}
      confirmLabel={kind === 'external' ? 'Record the review' : 'Record the self-evaluation'}
      size={1040}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.reviewForm}>
        <div className={styles.reviewFacts}>
          <SegmentedControl
            aria-label="What it is" size="xs" fullWidth value={kind} disabled={record !== null}
            data={[{ value: 'external', label: 'External review' }, { value: 'self-evaluation', label: 'Self-evaluation' }]}
            onChange={(value) => setKind(value === 'external' ? 'external' : 'self-evaluation')}
          />
          <div className={styles.pair}>
            {labels[kind].map(([name, label], index) => (
              <DateField
                key={name} label={label} eager today={today} value={dates[name]} description=" "
                {...(index === 0 ? { 'data-autofocus': true } : {})}
                onProblem={unread.of(name)}
                onChange={(date) => setDates((before) => ({ ...before, [name]: date }))}
              />
            ))}
            <TextInput
              label="Total, if items are not entered" inputMode="numeric" disabled={rated.length > 0} value={rated.length > 0 ? '' : printed} description=" "
              inputWrapperOrder={['label', 'input', 'description', 'error']} onChange={(event) => setPrinted(event.currentTarget.value)}
            />
            <TextInput label="Reviewer" value={reviewer} onChange={(event) => setReviewer(event.currentTarget.value)} />
            <FileInput<true>
              multiple label="Report" placeholder={record?.documents === undefined ? 'Choose files' : `${String(record.documents.length)} on file, kept`} clearable
              clearButtonProps={{ 'aria-label': 'Take the files away' }} value={[...papers]} onChange={setPapers}
            />
          </div>
          <Textarea label="Note" rows={1} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Outcome fidelity={fidelity} draft={draft} rated={rated.length} sum={sum} total={total} />
        </div>
        <ScoreGrid items={items} names={fidelity.names} onChange={setItems} />
      </div>
    </FormDialog>
  );
}

function problemOf(asked: Partial<Record<DateName, CivilDate>>, heldFrom: CivilDate | undefined, rated: number, printed: string, lost: readonly number[]): string | null {
  const { heldTo, draftReceivedOn, finalReceivedOn } = asked;
  if (Object.keys(asked).length === 0) return 'type at least one date: planned, on site, or of a report.';
  if (heldFrom !== undefined && heldTo !== undefined && heldTo < heldFrom) return 'the last day on site lies before the first.';
  if (heldTo !== undefined && (draftReceivedOn ?? heldTo) < heldTo) return 'the draft came in before the last day on site.';
  if (finalReceivedOn !== undefined && (draftReceivedOn ?? heldTo ?? finalReceivedOn) > finalReceivedOn) return 'the final report came in before what goes before it.';
  if (rated > 0 && rated < fidelityItemCount && finalReceivedOn !== undefined) return `${String(fidelityItemCount - rated)} items have no score yet; the final report has all 25.`;
  if (lost.length > 0) return `item ${String(lost[0])} has a note and no score.`;
  if (rated === 0 && printed.trim() !== '' && bandOf(Number(printed)) === null) return 'a total lies between 25 and 125.';
  return null;
}

/** The running total with its band, and what follows from it; its place is kept whatever it says. */
function Outcome({ fidelity, draft, rated, sum, total }: { readonly fidelity: TeamFidelity; readonly draft: DraftReview; readonly rated: number; readonly sum: number; readonly total: number | null }) {
  const consequences: readonly Consequence[] = [
    ...(fidelity.la === null ? [] : laConsequences(fidelity.la.facts, draft)),
    ...(fidelity.nc === null ? [] : ncConsequences(fidelity.nc.facts, draft)),
  ];
  return (
    <section className={styles.outcome} aria-label="What it would mean">
      <p className={styles.total}>
        <b>{total ?? (rated === 0 ? '–' : sum)}</b>
        <span>{total === null ? (rated === 0 ? 'of 125' : `so far, ${String(rated)} of 25 items`) : `of 125 · ${bandOf(total)?.title ?? ''}`}</span>
      </p>
      <ul aria-live="polite" className={styles.consequences}>
        {consequences.map((line) => (
          <li key={line.text} className={cx(styles[line.tone])}>{line.text}<span className={styles.rule}>{fidelity.cite(line.rule)}</span></li>
        ))}
        {consequences.length > 0 && draft.finalReceivedOn === undefined && <li className={styles.quiet}>Counted as if the final report came in today.</li>}
        {consequences.length === 0 && (
          <li className={styles.quiet}>{draft.review === 'external' ? 'What the total would mean stands here once all 25 items, or the total, are typed.' : 'A self-evaluation changes no state: it is the baseline the first review is compared with.'}</li>
        )}
      </ul>
    </section>
  );
}
