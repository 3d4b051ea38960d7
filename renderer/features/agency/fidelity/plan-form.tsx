import { ActionIcon, Button, FileInput, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { FidelityPlan, FidelityReview } from '../../../../shared/model/agency-records/agency-record.ts';
import { lowItemsOf } from '../../../../shared/rules/agency/fidelity/review-facts.ts';
import { itemName, scaleItems } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../../ui/use-unread-dates.ts';
import type { TeamFidelity } from './use-fidelity.ts';
import { useKeep } from './use-keep.ts';
import styles from './fidelity.module.css';

type Line = { readonly key: string; readonly item: number | null; readonly finding: string; readonly action: string; readonly owner: string; readonly dueOn: CivilDate | null; readonly doneOn: CivilDate | null; readonly evidence: string };

const blank = (key: string, item: number | null = null, finding = ''): Line => ({ key, item, finding, action: '', owner: '', dueOn: null, doneOn: null, evidence: '' });

/** The lines to begin with: those on file, else one for each item rated 1, 2 or 3. */
function startOf(record: FidelityPlan | null, review: FidelityReview | null): readonly Line[] {
  if (record !== null) {
    return record.lines.map((line, at) => ({
      key: String(at), item: line.item ?? null, finding: line.finding ?? '', action: line.action, owner: line.owner ?? '', dueOn: line.dueOn ?? null, doneOn: line.doneOn ?? null, evidence: line.evidence ?? '',
    }));
  }
  const low = lowItemsOf(review?.scores ?? []).map((item) => blank(`i${String(item)}`, item, review?.scores?.find((row) => row.item === item)?.note ?? ''));
  return low.length === 0 ? [blank('first')] : low;
}

const stages = [['submittedOn', 'Handed in'], ['approvedOn', 'Approved'], ['implementedOn', 'In place'], ['dueOn', 'Earlier day set by the payer']] as const;
type Stage = (typeof stages)[number][0];

/** A plan with a line per item: what is done, by whom, by when, and what proves it. */
export function PlanForm({ fidelity, record, review, onClose }: { readonly fidelity: TeamFidelity; readonly record: FidelityPlan | null; readonly review: FidelityReview | null; readonly onClose: () => void }) {
  const { today, newId } = useSession();
  const [dates, setDates] = useState<Readonly<Record<Stage, CivilDate | null>>>({
    submittedOn: record?.submittedOn ?? null, approvedOn: record?.approvedOn ?? null, implementedOn: record?.implementedOn ?? null, dueOn: record?.dueOn ?? null,
  });
  const [by, setBy] = useState(record?.approvedBy ?? '');
  const [lines, setLines] = useState(() => startOf(record, review));
  const [papers, setPapers] = useState<readonly File[]>([]);
  const unread = useUnreadDates();
  const keep = useKeep();
  const title = fidelity.la === null ? 'Fidelity action plan' : 'Corrective action plan';
  const put = (key: string, part: Partial<Line>): void => setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)));

  const submit = async (): Promise<string | null> => {
    if (unread.problem !== null) return `Not recorded yet: ${unread.problem}`;
    const used = lines.filter((line) => [line.finding, line.action, line.owner, line.evidence].some((text) => text.trim() !== '') || line.item !== null || line.dueOn !== null || line.doneOn !== null);
    const open = used.findIndex((line) => line.action.trim() === '');
    if (open >= 0) return `Not recorded yet: line ${String(open + 1)} has no action.`;
    if (used.length === 0 && dates.submittedOn === null) return 'Not recorded yet: write at least one line, or the day the plan was handed in.';
    if (dates.submittedOn !== null && dates.approvedOn !== null && dates.approvedOn < dates.submittedOn) return 'Not recorded yet: it was approved before it was handed in.';
    const failed = await keep(
      {
        kind: 'fidelity-plan', teamId: fidelity.team.id, reviewId: record?.reviewId ?? review?.id, ...dates, approvedBy: by.trim(), note: record?.note,
        lines: used.map(({ key: _, item, finding, action, owner, dueOn, doneOn, evidence }) =>
          Object.fromEntries(Object.entries({ item, finding: finding.trim(), action: action.trim(), owner: owner.trim(), dueOn, doneOn, evidence: evidence.trim() }).filter(([, value]) => value !== null && value !== ''))),
      },
      { replaces: record, papers, what: `Recorded the ${title.toLowerCase()} of ${fidelity.team.name}` },
    );
    if (failed === null) onClose();
    return failed;
  };

  const reviewed = review?.heldTo ?? review?.heldFrom ?? null;
  return (
    <FormDialog title={`${title}, ${fidelity.team.name}${reviewed === null ? '' : `, review of ${dateWords(reviewed)}`}`} confirmLabel="Record the plan" size={1240} onSubmit={submit} onClose={onClose}>
      <div className={styles.planDates}>
        {stages.filter(([name]) => name !== 'dueOn' || fidelity.la !== null).map(([name, label]) => (
          <DateField key={name} label={label} eager today={today} value={dates[name]} description=" " onProblem={unread.of(name)} onChange={(date) => setDates((before) => ({ ...before, [name]: date }))} />
        ))}
        <TextInput label="Approved by" value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        <FileInput<true> multiple label="Papers" placeholder={record?.documents === undefined ? 'Choose files' : `${String(record.documents.length)} on file, kept`} clearable clearButtonProps={{ 'aria-label': 'Take the files away' }} value={[...papers]} onChange={setPapers} />
      </div>
      <table className={styles.lines}>
        <caption className="sr-only">Lines of the plan</caption>
        <thead><tr><th scope="col">Item</th><th scope="col">Finding</th><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">Done</th><th scope="col">Evidence</th><th scope="col"><span className="sr-only">Remove</span></th></tr></thead>
        <tbody>
          {lines.map((line, at) => {
            const n = `line ${String(at + 1)}`;
            return (
              <tr key={line.key}>
                <td>
                  <Select
                    aria-label={`Item, ${n}`} placeholder="–" searchable value={line.item === null ? null : String(line.item)} clearable={false} comboboxProps={{ width: 340 }}
                    data={scaleItems.map((item) => ({ value: String(item), label: String(item) }))} renderOption={({ option }) => itemName(Number(option.value), fidelity.names)}
                    onChange={(value) => put(line.key, { item: value === null ? null : Number(value) })}
                  />
                </td>
                <td><TextInput aria-label={`Finding, ${n}`} value={line.finding} onChange={(event) => put(line.key, { finding: event.currentTarget.value })} /></td>
                <td><TextInput aria-label={`Action, ${n}`} value={line.action} {...(at === 0 ? { 'data-autofocus': true } : {})} onChange={(event) => put(line.key, { action: event.currentTarget.value })} /></td>
                <td><TextInput aria-label={`Owner, ${n}`} value={line.owner} onChange={(event) => put(line.key, { owner: event.currentTarget.value })} /></td>
                <td><DateField aria-label={`Due, ${n}`} today={today} value={line.dueOn} description=" " onProblem={unread.of(`${line.key} due`)} onChange={(dueOn) => put(line.key, { dueOn })} /></td>
                <td><DateField aria-label={`Done, ${n}`} today={today} value={line.doneOn} description=" " onProblem={unread.of(`${line.key} done`)} onChange={(doneOn) => put(line.key, { doneOn })} /></td>
                <td><TextInput aria-label={`Evidence, ${n}`} value={line.evidence} onChange={(event) => put(line.key, { evidence: event.currentTarget.value })} /></td>
                <td><ActionIcon aria-label={`Remove ${n}`} variant="subtle" onClick={() => setLines((before) => before.filter((each) => each !== line))}><IconX size={14} /></ActionIcon></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button size="compact-xs" onClick={() => setLines((before) => [...before, blank(newId())])}>Add a line</Button>
    </FormDialog>
  );
}
