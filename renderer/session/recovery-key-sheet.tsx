import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { dateWords } from '../../shared/wording.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { failureWords } from '../platform/failure-words.ts';
import { printPage, saveFile } from '../platform/desktop.ts';
import styles from './recovery-key-sheet.module.css';

type Props = {
  readonly recoveryKey: string;
  readonly agencyName: string;
  readonly today: CivilDate;
  /** Verb and object: "Open agency". */
  readonly confirmLabel: string;
  readonly onConfirmed: () => Promise<void> | void;
};

/** The groups that are asked back: one from the middle and one from the end, so that the paper is held in hand. */
const asked = [3, 8] as const;

const sheetText = (agencyName: string, recoveryKey: string, day: string): string =>
  [
    `Recovery key of ${agencyName}`,
    `made on ${day}`,
    '',
    recoveryKey,
    '',
    'With this key the records open when every passphrase is forgotten. Whoever has it can read everything.',
    'Keep it on paper in a locked place, away from the computer.',
    'In Muster: unlock screen, Lost passphrase.',
    '',
  ].join('\r\n');

/** Shows a recovery key, lets it be printed or saved, and goes on only when it is in somebody's hands: two groups are asked back. */
export function RecoveryKeySheet({ recoveryKey, agencyName, today, confirmLabel, onConfirmed }: Props) {
  const groups = recoveryKey.split('-');
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ''));
  const [wrong, setWrong] = useState(false);
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const matches = asked.every((group, index) => (typed[index] ?? '').trim().toUpperCase() === groups[group - 1]);

  const save = async (): Promise<void> => {
    const bytes = new TextEncoder().encode(sheetText(agencyName, recoveryKey, dateWords(today)));
    const saved = await saveFile({ suggestedName: 'Muster recovery key.txt', filters: [{ name: 'Text', extensions: ['txt'] }], bytes });
    if (!saved.ok) setSaid(failureWords(saved.error));
    else if (saved.value !== null) setSaid(`Saved as ${saved.value.name}. Keep it away from this computer: on a stick in a locked drawer, not in a folder.`);
  };
  const print = async (): Promise<void> => {
    const printed = await printPage();
    setSaid(printed.ok ? (printed.value.printed ? 'Sent to the printer.' : null) : failureWords(printed.error));
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setWrong(!matches);
    if (!matches) return;
    setWorking(true);
    await onConfirmed();
    setWorking(false);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.paper}>
        <p className={styles.what}>Recovery key of {agencyName}, made on {dateWords(today)}</p>
        <ol className={styles.groups} aria-label="Recovery key">
          {groups.map((group, index) => <li key={index} className={styles.group}>{group}</li>)}
        </ol>
        <p className={styles.use}>Opens the records when every passphrase is forgotten. Whoever has it can read everything: keep it on paper, in a locked place, away from the computer.</p>
      </div>
      <div className={styles.rest}>
        <Group gap={8}>
          <Button onClick={() => void print()}>Print</Button>
          <Button onClick={() => void save()}>Save as text</Button>
        </Group>
        <p aria-live="polite" className={styles.said}>{said}</p>
        <Alert variant="outline" color="gray" title="It is shown only now">
          Muster does not keep this key and cannot show it again. Without it and without a passphrase the records cannot be opened by anybody.
        </Alert>
        <Stack gap={8} mt={20} maw={360}>
          <p className={styles.ask}>To go on, type two groups from your copy.</p>
          <Group gap={12} align="start">
            {asked.map((group, index) => (
              <TextInput
                key={group}
                label={`Group ${group}`}
                value={typed[index] ?? ''}
                onChange={(event) => {
                  const next = event.currentTarget.value;
                  setTyped((before) => before.map((each, at) => (at === index ? next : each)));
                }}
                maxLength={8}
                w={96}
                autoComplete="off"
                styles={{ input: { textTransform: 'uppercase', letterSpacing: '0.08em' } }}
                error={wrong && (typed[index] ?? '').trim().toUpperCase() !== groups[group - 1] ? 'Not this' : null}
              />
            ))}
          </Group>
          <Button type="submit" variant="filled" loading={working} mt={4} style={{ justifySelf: 'start', alignSelf: 'flex-start' }}>{confirmLabel}</Button>
        </Stack>
      </div>
    </form>
  );
}
