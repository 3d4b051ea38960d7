import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { isEmailAddress } from '../../../shared/model/email.ts';
import { digestDraft, personDraft, supervisorDraft, type DraftError, type MailDraft } from '../../../shared/report/mail/draft.ts';
import { draftEml, emlName } from '../../../shared/report/mail/eml.ts';
import { mailtoOf } from '../../../shared/report/mail/mailto.ts';
import { mergeErrorWords } from '../../../shared/report/mail/merge.ts';
import { mailKindWords } from '../../../shared/report/mail/templates.ts';
import type { Result } from '../../../shared/result.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useReminders } from '../../session/reminders.tsx';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';

/** What to write about, and to whom. */
export type MailAsk =
  | { readonly kind: 'person' | 'supervisor'; readonly personId: string; readonly deadlines: readonly Deadline[] }
  | { readonly kind: 'digest'; readonly deadlines: readonly Deadline[] };

function draftErrorWords(error: DraftError): string {
  switch (error.code) {
    case 'nothing-due':
      return 'There is nothing to write about any more.';
    case 'nobody-to-write-to':
      return 'The person is not in the record any more.';
    default:
      return `The draft was not made. ${mergeErrorWords(error)} Change the template in Settings, Reminders.`;
  }
}

/** A draft to look over, then to open in the mail program or to save as a file. Muster sends nothing. */
export function MailDialog({ ask, onClose }: { readonly ask: MailAsk; readonly onClose: () => void }) {
  const { file } = useSession();
  const { today, title } = useReminders();
  const draft = useMemo((): Result<MailDraft, DraftError> => {
    switch (ask.kind) {
      case 'person':
        return personDraft(file, ask.personId, ask.deadlines, today, { title });
      case 'supervisor':
        return supervisorDraft(file, ask.personId, ask.deadlines, today, { title });
      case 'digest':
        return digestDraft(file, ask.deadlines, today);
    }
  }, [ask, file, today, title]);
  const addressee = ask.kind === 'digest' ? undefined : file.people.find((each) => each.id === ask.personId);
  const name = addressee === undefined ? '' : fullName(shownName(addressee));
  return (
    <Modal opened onClose={onClose} title={`E-mail draft · ${ask.kind === 'digest' ? mailKindWords.digest : `${mailKindWords[ask.kind]}${name === '' ? '' : `, ${name}`}`}`} size={720} closeButtonProps={{ 'aria-label': 'Close' }} styles={{ title: { fontWeight: 600 } }}>
      {draft.ok ? <Draft draft={draft.value} name={name} table={ask.kind === 'digest'} onClose={onClose} /> : <Text role="alert" size="sm" c="var(--act)">{draftErrorWords(draft.error)}</Text>}
    </Modal>
  );
}

function Draft({ draft, name, table, onClose }: { readonly draft: MailDraft; readonly name: string; readonly table: boolean; readonly onClose: () => void }) {
  const { now } = useSession();
  const { openMail, saveFile } = useTakeAway();
  const [to, setTo] = useState(draft.to?.address ?? '');
  const [subject, setSubject] = useState(draft.subject);
  const [body, setBody] = useState(draft.body);
  const [problem, setProblem] = useState<string | null>(null);

  const address = to.trim();
  const misspelt = address !== '' && !isEmailAddress(address);
  // A person's name belongs to their own address; another one stands alone.
  const edited: MailDraft = { to: address === '' || misspelt ? null : { name: address === draft.to?.address ? draft.to.name : '', address }, subject, body };
  const url = mailtoOf(edited);
  const said = `an e-mail draft${name === '' ? '' : ` about the file of ${name}`}${edited.to === null ? '' : ` to ${edited.to.address}`}`;

  const refused = (): boolean => {
    if (misspelt) setProblem('The address is not one e-mail address. Write it as ana@example.org, or leave it empty.');
    return misspelt;
  };
  const open = async (): Promise<void> => {
    if (url === null || refused()) return;
    const opened = await openMail({ url }, said);
    if (opened.ok) onClose();
    else setProblem(opened.error.code === 'not-found' ? 'No mail program opened. Save the draft as a file, and open it in the program you write e-mails with.' : failureWords(opened.error));
  };
  const save = async (): Promise<void> => {
    if (refused()) return;
    const saved = await saveFile({ suggestedName: emlName(subject), filters: [{ name: 'E-mail draft', extensions: ['eml'] }], bytes: new TextEncoder().encode(draftEml(edited, now())) }, said);
    if (!saved.ok) setProblem(failureWords(saved.error));
    else if (saved.value !== null) {
      notifications.show({ message: `Saved ${saved.value.name}. Open it to send it.` });
      onClose();
    }
  };

  return (
    <Stack gap="sm">
      <TextInput
        label="To"
        value={to}
        error={misspelt ? 'Not one e-mail address' : null}
        description={draft.to === null && name !== '' ? `No e-mail address of ${name} is on file. Type one here, or record it under Identity on the person’s screen.` : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <TextInput label="Subject" value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
      <Textarea label="Text" value={body} autosize minRows={8} maxRows={18} wrap={table ? 'off' : 'soft'} styles={{ input: { fontFamily: 'ui-monospace, Consolas, Menlo, monospace', fontSize: 12.5 } }} onChange={(event) => setBody(event.currentTarget.value)} />
      <Text size="sm" c="dimmed">
        {url === null ? 'Too long to hand to the mail program as an address: save it as a file, which opens ready to send. ' : ''}
        You send it; Muster sends nothing over the network.
      </Text>
      {problem !== null && <Text role="alert" size="sm" c="var(--act)">{problem}</Text>}
      <Group justify="flex-end" gap="xs">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant={url === null ? 'filled' : 'default'} onClick={() => void save()}>Save as file</Button>
        <Button variant={url === null ? 'default' : 'filled'} disabled={url === null} onClick={() => void open()}>Open in mail program</Button>
      </Group>
    </Stack>
  );
}
