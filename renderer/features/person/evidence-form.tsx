import { Checkbox, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { draftProblems, evidenceFromDraft, partsOf, type EvidenceDraft } from '../../../shared/agenda/evidence-draft.ts';
import { evidenceFields, partWords, resultWords } from '../../../shared/agenda/evidence-fields.ts';
import { evidenceKinds, evidenceKindWords, medicalKinds, type EvidenceKind } from '../../../shared/model/evidence.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { DocRef } from '../../../shared/model/document.ts';
import { useSession } from '../../session/session.tsx';
import { DocumentsField, useChosenDocuments } from '../../session/documents-field.tsx';
import { useFileDocument } from '../../session/use-file-document.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { PersonView } from './person-view.ts';
import { StandingPreview } from '../../session/standing-preview.tsx';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { useRecord } from '../../session/use-record.ts';
import styles from './forms.module.css';

/**
 * Records one item of evidence. The requirement presets the kind, the kind decides the fields, and what the standing would
 * become is computed while one types. A correction starts from what it corrects and takes its place; nothing is overwritten.
 */
export function EvidenceForm({ view, start, kinds, requirement, title, onClose }: {
  readonly view: PersonView;
  readonly start: EvidenceDraft;
  /** Kinds to choose from; empty offers all. */
  readonly kinds: readonly EvidenceKind[];
  /** The standing the preview begins with. */
  readonly requirement: string | null;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { today, newId, now, file } = useSession();
  const [draft, setDraft] = useState(start);
  const chosen = useChosenDocuments();
  const [tried, setTried] = useState(false);
  const unread = useUnreadDates();
  const record = useRecord();
  const fileDocument = useFileDocument();
  const fields = evidenceFields[draft.kind];
  const problems = draftProblems(draft, today);
  const problemOf = (field: string): string | undefined => (tried ? problems.find((each) => each.field === field)?.message : undefined);
  const set = (part: Partial<EvidenceDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const name = fullName(shownName(view.person));
  const kept = useMemo<readonly DocRef[]>(
    () => (draft.supersedes === null ? [] : (file.evidence.find((each) => each.id === draft.supersedes)?.documents ?? [])),
    [file.evidence, draft.supersedes],
  );

  const deferred = useDeferredValue(draft);
  const withDocument = chosen.files.length > 0;
  const preview = useMemo((): readonly Change[] => {
    if (deferred.dates.performedOn === undefined && deferred.dates.expiresOn === undefined) return [];
    // The preview's ids and instant are of no consequence: nothing of it is kept.
    const unfiled = { id: 'preview-document', sha256: '0'.repeat(64), name: 'preview', mediaType: 'application/pdf', bytes: 0, vault: 'personnel', recordedAt: now() } as const;
    const documents = [...kept, ...(withDocument ? [{ id: unfiled.id }] : [])];
    const evidence = evidenceFromDraft(deferred, { id: 'preview', personId: view.person.id, recordedAt: now(), documents });
    return [...(withDocument ? [{ kind: 'add-document', document: unfiled } as const] : []), { kind: 'add-evidence', evidence }];
  }, [deferred, kept, withDocument, view.person.id, now]);

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (unread.problem !== null) return `Not recorded yet: ${unread.problem}`;
    const open = draftProblems(draft, today);
    if (open.length > 0) return `Not recorded yet: ${open[0]?.message ?? ''}`;
    const handed = chosen.handed();
    if (!handed.ok) return `Not recorded yet: ${handed.error}`;
    const filed = await fileDocument(handed.value, draft.kind);
    if (!filed.ok) return filed.error;
    const evidence = evidenceFromDraft(draft, { id: newId(), personId: view.person.id, recordedAt: now(), documents: [...kept, ...filed.value.documents] });
    const changes: readonly Change[] = [...filed.value.changes, { kind: 'add-evidence', evidence }];
    const what = `${draft.supersedes === null ? 'Recorded' : 'Corrected'}: ${evidenceKindWords[draft.kind]}, ${name}`;
    const failed = await record(changes, what, `${what}.`);
    if (failed === null) onClose();
    return failed;
  };

  const parts = partsOf(draft.kind);
  const choices = kinds.length > 0 ? kinds : evidenceKinds;
  return (
    <FormDialog title={title} confirmLabel={draft.supersedes === null ? 'Record evidence' : 'Record correction'} size={560} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        {draft.supersedes !== null ? (
          <p className={styles.hint}>What is on file stays readable in the history. This item takes its place from now on.</p>
        ) : choices.length === 1 ? null : (
          <Select
            label="Kind"
            searchable={choices.length > 6}
            allowDeselect={false}
            value={draft.kind}
            data={choices.map((kind) => ({ value: kind, label: evidenceKindWords[kind] }))}
            onChange={(value) => {
              const kind = evidenceKinds.find((each) => each === value);
              if (kind !== undefined) set({ kind, result: null, parts: [] });
            }}
          />
        )}
        <div className={styles.pair}>
          {fields.dates.map(({ field, label, optional, hint }, index) => (
            <DateField
              key={`${draft.kind}-${field}`}
              label={label}
              required={optional !== true}
              description={hint}
              today={today}
              value={draft.dates[field] ?? null}
              error={problemOf(field)}
              onProblem={unread.of(field)}
              // The preview grows while one types, not between pressing and releasing a button below it.
              eager
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              onChange={(date) => {
                setDraft((before) => {
                  const { [field]: _before, ...rest } = before.dates;
                  return { ...before, dates: date === null ? rest : { ...rest, [field]: date } };
                });
              }}
            />
          ))}
        </div>
        {fields.partsLabel !== undefined && fields.onePart === true && (
          <Radio.Group size="xs" label={fields.partsLabel} value={draft.parts[0] ?? null} onChange={(part) => set({ parts: [part] })} error={problemOf('parts')}>
            <Group gap="md" mt={4}>{parts.map((part) => <Radio key={part} value={part} label={partWords[part] ?? part} />)}</Group>
          </Radio.Group>
        )}
        {fields.partsLabel !== undefined && fields.onePart !== true && (
          <Checkbox.Group size="xs" label={fields.partsLabel} value={[...draft.parts]} onChange={(next) => set({ parts: next })} error={problemOf('parts')}>
            <Group gap="md" mt={4}>{parts.map((part) => <Checkbox key={part} value={part} label={partWords[part] ?? part} />)}</Group>
          </Checkbox.Group>
        )}
        {fields.results !== undefined && (
          <Radio.Group size="xs"
            label={fields.resultOptional === true ? 'Result, if one is stated' : 'Result'}
            value={draft.result}
            error={problemOf('result')}
            onChange={(value) => set({ result: fields.results?.find((each) => each === value) ?? null })}
          >
            <Group gap="md" mt={4}>{fields.results.map((result) => <Radio key={result} value={result} label={resultWords[result]} />)}</Group>
          </Radio.Group>
        )}
        <div className={styles.pair}>
          {fields.hours === true && <TextInput label="Hours" inputMode="decimal" value={draft.hours} error={problemOf('hours')} onChange={(event) => set({ hours: event.currentTarget.value })} />}
          {fields.months === true && <TextInput label="Months" inputMode="decimal" description="Leave empty when the length is not stated." value={draft.months} error={problemOf('months')} onChange={(event) => set({ months: event.currentTarget.value })} />}
          {fields.categoryLabel !== undefined && <TextInput label={fields.categoryLabel} value={draft.category} onChange={(event) => set({ category: event.currentTarget.value })} />}
          {fields.issuerLabel !== undefined && <TextInput label={fields.issuerLabel} {...(draft.kind === 'cpr-first-aid' ? { placeholder: 'American Heart Association' } : {})} value={draft.issuer} onChange={(event) => set({ issuer: event.currentTarget.value })} />}
          {fields.approvingBody === true && <TextInput label="Approved by" placeholder="NAADAC, NBCC, NASW" value={draft.approvingBody} onChange={(event) => set({ approvingBody: event.currentTarget.value })} />}
        </div>
        {fields.onlineOnly === true && <Checkbox label="Online only, without a skills session" checked={draft.onlineOnly} onChange={(event) => set({ onlineOnly: event.currentTarget.checked })} />}
        <DocumentsField
          chosen={chosen}
          description={medicalKinds.includes(draft.kind) ? 'Optional. Filed in the medical vault, apart from the personnel file.' : 'Optional. A PDF, a scan, photographs; several at once.'}
          placeholder={chosen.files.length > 0 ? 'Choose another file' : kept.length > 0 ? `${kept.length} on file, kept. Choose a file to add one` : 'Choose files'}
        />
        <Textarea label="Note" autosize minRows={1} required={fields.noteRequired === true} value={draft.note} error={problemOf('note')} onChange={(event) => set({ note: event.currentTarget.value })} />
        <StandingPreview view={view} changes={preview} requirement={requirement} />
      </Stack>
    </FormDialog>
  );
}
