import { Checkbox, Group, Radio, Textarea, TextInput } from '@mantine/core';
import { partsOf, type DraftProblem, type EvidenceDraft } from '../../../shared/agenda/evidence-draft.ts';
import { evidenceFields, partWords, resultWords } from '../../../shared/agenda/evidence-fields.ts';
import { confidenceWords, type Confidence } from '../../../shared/intake/confidence.ts';
import type { PaperProposal } from '../../../shared/intake/propose.ts';
import { useSession } from '../../session/session.tsx';
import { DateField } from '../../ui/date-field.tsx';
import styles from './intake.module.css';

/** What a proposal rests on, below its field; nothing where nothing was read. */
export function Why({ confidence, why }: { readonly confidence: Confidence; readonly why: string }) {
  if (why === '') return null;
  return <p className={styles.why}><b data-sure={confidence}>{confidenceWords[confidence]}</b>{`: ${why}`}</p>;
}

/** The fields the kind of a paper asks for, with what was read from it and why. */
export function EvidenceFields({ draft, proposal, problems, set, unread }: {
  readonly draft: EvidenceDraft;
  /** Null once another kind was chosen. */
  readonly proposal: PaperProposal | null;
  readonly problems: readonly DraftProblem[];
  readonly set: (part: Partial<EvidenceDraft>) => void;
  readonly unread: (field: string) => (problem: string | null) => void;
}) {
  const { today } = useSession();
  const fields = evidenceFields[draft.kind];
  const problemOf = (field: string): string | undefined => problems.find((each) => each.field === field)?.message;
  return (
    <>
      {fields.dates.map(({ field, label, optional }) => {
        const read = proposal?.dates[field];
        return (
          <div key={`${draft.kind}-${field}`}>
            <DateField
              label={label}
              required={optional !== true}
              today={today}
              value={draft.dates[field] ?? null}
              error={problemOf(field)}
              onProblem={unread(field)}
              eager
              onChange={(date) => {
                const { [field]: _before, ...rest } = draft.dates;
                set({ dates: date === null ? rest : { ...rest, [field]: date } });
              }}
            />
            {read !== undefined && <Why confidence={read.confidence} why={read.why} />}
          </div>
        );
      })}
      {fields.results !== undefined && (
        <div>
          <Radio.Group size="xs" label={fields.resultOptional === true ? 'Result, if one is stated' : 'Result'} value={draft.result} error={problemOf('result')} onChange={(value) => set({ result: fields.results?.find((each) => each === value) ?? null })}>
            <Group gap="md" mt={4}>{fields.results.map((result) => <Radio key={result} value={result} label={resultWords[result]} />)}</Group>
          </Radio.Group>
          {proposal !== null && <Why confidence={proposal.result.confidence} why={proposal.result.why} />}
        </div>
      )}
      {fields.partsLabel !== undefined && (fields.onePart === true ? (
        <Radio.Group size="xs" label={fields.partsLabel} value={draft.parts[0] ?? null} onChange={(part) => set({ parts: [part] })} error={problemOf('parts')}>
          <Group gap="md" mt={4}>{partsOf(draft.kind).map((part) => <Radio key={part} value={part} label={partWords[part] ?? part} />)}</Group>
        </Radio.Group>
      ) : (
        <Checkbox.Group size="xs" label={fields.partsLabel} value={[...draft.parts]} onChange={(next) => set({ parts: next })} error={problemOf('parts')}>
          <Group gap="md" mt={4}>{partsOf(draft.kind).map((part) => <Checkbox key={part} value={part} label={partWords[part] ?? part} />)}</Group>
        </Checkbox.Group>
      ))}
      {fields.hours === true && <TextInput label="Hours" inputMode="decimal" value={draft.hours} error={problemOf('hours')} onChange={(event) => set({ hours: event.currentTarget.value })} />}
      {fields.months === true && <TextInput label="Months" inputMode="decimal" value={draft.months} error={problemOf('months')} onChange={(event) => set({ months: event.currentTarget.value })} />}
      {fields.categoryLabel !== undefined && <TextInput label={fields.categoryLabel} value={draft.category} onChange={(event) => set({ category: event.currentTarget.value })} />}
      {fields.issuerLabel !== undefined && <TextInput label={fields.issuerLabel} value={draft.issuer} onChange={(event) => set({ issuer: event.currentTarget.value })} />}
      {fields.approvingBody === true && <TextInput label="Approved by" value={draft.approvingBody} onChange={(event) => set({ approvingBody: event.currentTarget.value })} />}
      {fields.onlineOnly === true && <Checkbox label="Online only, without a skills session" checked={draft.onlineOnly} onChange={(event) => set({ onlineOnly: event.currentTarget.checked })} />}
      <Textarea label="Note" autosize minRows={1} required={fields.noteRequired === true} value={draft.note} error={problemOf('note')} onChange={(event) => set({ note: event.currentTarget.value })} />
    </>
  );
}
