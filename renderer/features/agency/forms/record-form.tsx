import { Autocomplete, Checkbox, FileInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { isCivilDate } from '../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import type { DocRef } from '../../../../shared/model/document.ts';
import { useSession } from '../../../session/session.tsx';
import { useFileDocument } from '../../../session/use-file-document.ts';
import { useRecord } from '../../../session/use-record.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { useUnreadDates } from '../../../ui/use-unread-dates.ts';
import { fieldProblems, recordFrom, type FormField, type FormValues } from './record-values.ts';
import styles from './record-form.module.css';

export type RecordFormProps = {
  readonly title: string;
  /** Verb and object: "Record licence". */
  readonly confirmLabel: string;
  readonly kind: AgencyRecord['kind'];
  readonly start: FormValues;
  /** What is asked, given what was answered. */
  readonly fields: (values: FormValues) => readonly FormField[];
  /** What the record says besides: the decision a notice is of. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** The record a correction or a later state takes the place of. */
  readonly replaces?: AgencyRecord | null;
  /** Fills in what follows from the answers, unless it was typed. */
  readonly derive?: (values: FormValues, touched: ReadonlySet<string>) => FormValues;
  /** What else keeps it from being recorded. */
  readonly problem?: (values: FormValues) => string | null;
  /** Changes that belong to the same deed, such as the end of the paper that was renewed. */
  readonly also?: (values: FormValues) => readonly Change[];
  /** The log's sentence: "Recorded: Licence, Louisiana Department of Health". */
  readonly what: (values: FormValues) => string;
  /** Asked for in place of a note: why it ended. Kept in the note, after what stood there. */
  readonly reason?: string;
  /** Said above the fields, given what was answered. */
  readonly intro?: (values: FormValues) => ReactNode;
  readonly onClose: () => void;
  /** Called after it was recorded, in place of `onClose`. */
  readonly onDone?: (record: AgencyRecord) => void;
};

/** Records one agency record: what it asks is a list of fields, its document is filed with it, and what it corrects stays readable. */
export function RecordForm({ title, confirmLabel, kind, start, fields, fixed, replaces = null, derive, problem, also, what, reason, intro, onClose, onDone }: RecordFormProps) {
  const { today, newId, now } = useSession();
  const [values, setValues] = useState<FormValues>(start);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState(reason === undefined ? (replaces?.note ?? '') : '');
  const [papers, setPapers] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const unread = useUnreadDates();
  const record = useRecord();
  const fileDocument = useFileDocument();
  const shown = fields(values);
  const problems = fieldProblems(shown, values);
  const errorOf = (field: FormField): string | null => (tried ? (problems[field.name] ?? null) : null);
  const kept = replaces?.documents ?? [];

  const set = (name: string, value: string): void => {
    const mine = new Set([...touched, name]);
    setTouched(mine);
    setValues((before) => {
      const next = { ...before, [name]: value };
      return derive === undefined ? next : derive(next, mine);
    });
  };

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (unread.problem !== null) return `Not recorded yet: ${unread.problem}`;
    const open = Object.values(problems)[0] ?? problem?.(values) ?? (reason !== undefined && note.trim() === '' ? `fill in “${reason}”.` : null);
    if (open !== null) return `Not recorded yet: ${open}`;
    const filed: Change[] = [];
    const documents: DocRef[] = [...kept];
    for (const paper of papers) {
      const stored = await fileDocument(paper, 'other');
      if (!stored.ok) return stored.error;
      filed.push(...stored.value.changes);
      documents.push(...stored.value.documents);
    }
    const made = recordFrom({ kind, fields: shown, values, fixed: fixed ?? {}, replaces, note: reason === undefined ? note : [replaces?.note ?? '', note].filter((each) => each !== '').join('\n'), documents, id: newId(), recordedAt: now() });
    if (!made.ok) return `Not recorded: ${made.error}`;
    const failed = await record([...filed, { kind: 'add-agency-record', record: made.value }, ...(also?.(values) ?? [])], what(values), `${what(values)}.`);
    if (failed !== null) return failed;
    if (onDone === undefined) onClose();
    else onDone(made.value);
    return null;
  };

  return (
    <FormDialog title={title} confirmLabel={confirmLabel} size={560} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        {intro?.(values)}
        <div className={styles.pair}>
          {shown.map((field, index) => (
            <Field
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              error={errorOf(field)}
              today={today}
              first={index === 0}
              onProblem={unread.of(field.name)}
              onChange={(value) => {
                set(field.name, value);
              }}
            />
          ))}
        </div>
        <FileInput<true>
          multiple
          label="Documents"
          description="Optional. Scans or PDFs."
          placeholder={kept.length > 0 ? `${kept.length} on file, kept. Choose files to add` : 'Choose files'}
          clearable
          clearButtonProps={{ 'aria-label': 'Take the files away' }}
          value={[...papers]}
          onChange={setPapers}
        />
        <Textarea label={reason ?? 'Note'} autosize minRows={1} required={reason !== undefined} value={note} error={tried && reason !== undefined && note.trim() === '' ? 'Write the reason. It is kept in the record.' : null} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </FormDialog>
  );
}

function Field({ field, value, error, today, first, onChange, onProblem }: {
  readonly field: FormField;
  readonly value: string;
  readonly error: string | null;
  readonly today: Parameters<typeof DateField>[0]['today'];
  readonly first: boolean;
  readonly onChange: (value: string) => void;
  readonly onProblem: (problem: string | null) => void;
}) {
  const common = { label: field.label, required: field.required === true, error, ...(first ? { 'data-autofocus': true } : {}) };
  switch (field.kind) {
    case 'date':
      return (
        <DateField
          {...common}
          description={field.hint}
          today={today}
          // What follows from a date is filled in while one types, not between pressing and releasing a button below it.
          eager
          value={isCivilDate(value) ? value : null}
          onProblem={onProblem}
          onChange={(date) => {
            onChange(date ?? '');
          }}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          description={field.hint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          clearable={field.required !== true}
          clearButtonProps={{ 'aria-label': `No ${field.label.toLowerCase()}` }}
          value={value === '' ? null : value}
          data={[...field.choices]}
          onChange={(next) => {
            onChange(next ?? '');
          }}
        />
      );
    case 'flag':
      return (
        <Checkbox
          className={styles.wide ?? ''}
          label={field.label}
          description={field.hint}
          checked={value !== ''}
          onChange={(event) => {
            onChange(event.currentTarget.checked ? 'yes' : '');
          }}
        />
      );
    case 'text':
      return field.suggestions === undefined ? (
        <TextInput {...common} description={field.hint} inputWrapperOrder={['label', 'input', 'description', 'error']} placeholder={field.placeholder ?? ''} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <Autocomplete {...common} description={field.hint} inputWrapperOrder={['label', 'input', 'description', 'error']} placeholder={field.placeholder ?? ''} value={value} data={[...field.suggestions]} onChange={onChange} />
      );
  }
}
