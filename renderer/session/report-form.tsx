import { FileInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConfirmedMatch } from '../../shared/agenda/exclusions/confirmed.ts';
import { decideErrorWords, decisionFor } from '../../shared/agenda/exclusions/decide.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { exclusionListWords } from '../../shared/model/exclusion.ts';
import { DateField } from '../ui/date-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useSession } from './session.tsx';
import { useFileDocument } from './use-file-document.ts';
import { useRecord } from './use-record.ts';

/** Records that an exclusion was reported: when, to whom, how. It is kept as a decision on the same row, which stays as it was. */
export function ReportForm({ match, name, onClose }: { readonly match: ConfirmedMatch; readonly name: string; readonly onClose: () => void }) {
  const { file, today, newId, now } = useSession();
  const [on, setOn] = useState<CivilDate | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [to, setTo] = useState('LDH, Health Standards Section');
  const [how, setHow] = useState('');
  const [proof, setProof] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const record = useRecord();
  const fileDocument = useFileDocument();

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (unread !== null) return `Not recorded yet: ${unread}`;
    if (on === null || to.trim() === '' || how.trim() === '') return 'Not recorded yet: type the day, to whom it was reported, and how.';
    const filed = await fileDocument(proof, 'exclusion');
    if (!filed.ok) return filed.error;
    const made = decisionFor(file, {
      check: match.check,
      ...(match.candidate === null ? {} : { digest: match.candidate.digest }),
      verdict: 'the-person',
      reason: match.decision?.reason ?? 'Recorded as confirmed.',
      reported: { on, to: to.trim(), how: how.trim() },
      documents: filed.value.documents,
      on: today,
      newId,
      now: now(),
    });
    if (!made.ok) return `Not recorded yet: ${decideErrorWords(made.error)}`;
    const failed = await record([...filed.value.changes, ...made.value], `Recorded: ${name} was reported to ${to.trim()}`, 'Report recorded.');
    if (failed === null) onClose();
    return failed;
  };

  return (
    <FormDialog title={`Report of ${name}, ${exclusionListWords[match.list].short}`} confirmLabel="Record the report" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <DateField label="Reported on" required today={today} value={on} onChange={setOn} onProblem={setUnread} error={tried && on === null ? 'Type a date.' : null} data-autofocus />
        <TextInput label="To whom" required value={to} error={tried && to.trim() === '' ? 'Type to whom it was reported.' : null} onChange={(event) => setTo(event.currentTarget.value)} />
        <TextInput label="How" required placeholder="E-mail, fax or letter, with its number" value={how} error={tried && how.trim() === '' ? 'Type how it was reported.' : null} onChange={(event) => setHow(event.currentTarget.value)} />
        <FileInput label="Copy of the report" placeholder="Choose a file" clearable clearButtonProps={{ 'aria-label': 'Take the file away' }} value={proof} onChange={setProof} />
      </Stack>
    </FormDialog>
  );
}
