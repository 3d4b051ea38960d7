import { Checkbox, FileInput, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { draftProblems, emptyDraft, partsOf, type EvidenceDraft } from '../../../shared/agenda/evidence-draft.ts';
import { evidenceFields, partWords, resultWords } from '../../../shared/agenda/evidence-fields.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { evidenceKinds, evidenceKindWords, medicalKinds } from '../../../shared/model/evidence.ts';
import { DateField } from '../../ui/date-field.tsx';
import styles from './bulk.module.css';

/** What is on the sign-in sheet: the kind decides which fields are asked for. */
export function ClassFields({ draft, onChange, tried, today, document, onDocument, onUnread }: {
  readonly draft: EvidenceDraft;
  readonly onChange: (draft: EvidenceDraft) => void;
  /** Whether recording was tried: only then are open fields named. */
  readonly tried: boolean;
  readonly today: CivilDate;
  readonly document: File | null;
  readonly onDocument: (file: File | null) => void;
  readonly onUnread: (field: string, problem: string | null) => void;
}) {
  const fields = evidenceFields[draft.kind];
  const problems = draftProblems(draft, today);
  const problemOf = (field: string): string | undefined => (tried ? problems.find((each) => each.field === field)?.message : undefined);
  const set = (part: Partial<EvidenceDraft>): void => onChange({ ...draft, ...part });
  const parts = partsOf(draft.kind);
  return (
    <Stack gap="sm">
      <Select
        label="Kind"
        searchable
        allowDeselect={false}
        value={draft.kind}
        data={evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWords[kind] }))}
        onChange={(value) => {
          const kind = evidenceKinds.find((each) => each === value);
          if (kind !== undefined) onChange({ ...emptyDraft(kind), dates: draft.dates.performedOn === undefined ? {} : { performedOn: draft.dates.performedOn }, issuer: draft.issuer, note: draft.note });
        }}
      />
      <div className={styles.pair}>
        {fields.dates.map(({ field, label, optional, hint }) => (
          <DateField
            key={`${draft.kind}-${field}`}
            label={label}
            required={optional !== true}
            description={hint}
            today={today}
            value={draft.dates[field] ?? null}
            error={problemOf(field)}
            onProblem={(problem) => onUnread(field, problem)}
            onChange={(date) => {
              const { [field]: _before, ...rest } = draft.dates;
              set({ dates: date === null ? rest : { ...rest, [field]: date } });
            }}
          />
        ))}
      </div>
      {fields.partsLabel !== undefined && fields.onePart === true && (
        <Radio.Group label={fields.partsLabel} value={draft.parts[0] ?? null} onChange={(part) => set({ parts: [part] })} error={problemOf('parts')}>
          <Group gap="md" mt={4}>{parts.map((part) => <Radio key={part} value={part} label={partWords[part] ?? part} />)}</Group>
        </Radio.Group>
      )}
      {fields.partsLabel !== undefined && fields.onePart !== true && (
        <Checkbox.Group label={fields.partsLabel} value={[...draft.parts]} onChange={(next) => set({ parts: next })} error={problemOf('parts')}>
          <Group gap="md" mt={4}>{parts.map((part) => <Checkbox key={part} value={part} label={partWords[part] ?? part} />)}</Group>
        </Checkbox.Group>
      )}
      {fields.results !== undefined && (
        <Radio.Group label={fields.resultOptional === true ? 'Result, if one is stated' : 'Result, the same for everybody'} value={draft.result} error={problemOf('result')} onChange={(value) => set({ result: fields.results?.find((each) => each === value) ?? null })}>
          <Group gap="md" mt={4}>{fields.results.map((result) => <Radio key={result} value={result} label={resultWords[result]} />)}</Group>
        </Radio.Group>
      )}
      <div className={styles.pair}>
        {fields.hours === true && <TextInput label="Hours" inputMode="decimal" value={draft.hours} error={problemOf('hours')} onChange={(event) => set({ hours: event.currentTarget.value })} />}
        {fields.months === true && <TextInput label="Months" inputMode="decimal" value={draft.months} error={problemOf('months')} onChange={(event) => set({ months: event.currentTarget.value })} />}
        {fields.categoryLabel !== undefined && <TextInput label={fields.categoryLabel} value={draft.category} onChange={(event) => set({ category: event.currentTarget.value })} />}
        {fields.issuerLabel !== undefined && <TextInput label={fields.issuerLabel} value={draft.issuer} onChange={(event) => set({ issuer: event.currentTarget.value })} />}
        {fields.approvingBody === true && <TextInput label="Approved by" placeholder="NAADAC, NBCC, NASW" value={draft.approvingBody} onChange={(event) => set({ approvingBody: event.currentTarget.value })} />}
      </div>
      {fields.onlineOnly === true && <Checkbox label="Online only, without a skills session" checked={draft.onlineOnly} onChange={(event) => set({ onlineOnly: event.currentTarget.checked })} />}
      <FileInput
        label="Sign-in sheet or certificate"
        description={medicalKinds.includes(draft.kind) ? 'Optional, one for all. Filed in the medical vault.' : 'Optional, one for all: it is stored once and every item refers to it.'}
        placeholder="Choose a file"
        clearable
        clearButtonProps={{ 'aria-label': 'Take the file away' }}
        value={document}
        onChange={onDocument}
      />
      <Textarea label="Note" autosize minRows={1} required={fields.noteRequired === true} value={draft.note} error={problemOf('note')} onChange={(event) => set({ note: event.currentTarget.value })} />
    </Stack>
  );
}
