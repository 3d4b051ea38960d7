import { Alert, Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { momentWords } from '../../../shared/backup/words.ts';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { askRestore } from '../../session/backup-request.ts';
import { openWords } from '../../session/failure-words.ts';
import { RecoveryStep } from './recovery-step.tsx';
import { UnlockToSave } from './unlock-to-save.tsx';
import { useCircumstances } from './use-circumstances.ts';
import { useSalvage } from './use-salvage.ts';
import { goneWords, waysOn, type Circumstances, type Way } from './ways-on.ts';
import styles from './recovery.module.css';

/** Stands where the app would, when an agency cannot be opened: what happened, what is safe, and every way on. Never an empty app. */
export function RecoveryPage() {
  const { refused } = useAgencyDoor();
  return refused === null ? null : <Recovery key={refused.agencyId} {...refused} />;
}

function Recovery({ agencyId, failure }: NonNullable<ReturnType<typeof useAgencyDoor>['refused']>) {
  const { agencies, open, leave, clock } = useAgencyDoor();
  const known = useCircumstances(agencyId);
  const name = agencies.find((agency) => agency.id === agencyId)?.name ?? 'This agency';
  const { working, saved, save } = useSalvage(agencyId, name, civilDateAt(clock(), defaultTimeZone));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  // The words depend on what is known; a first, wrong sentence would be read out and then replaced.
  if (known === null) return null;

  const words = goneWords(failure, known) ?? openWords(failure);
  const ways = waysOn(failure);
  const others = agencies.filter((agency) => agency.id !== agencyId);
  const look = (way: Way): 'filled' | 'default' => (way === ways[0] ? 'filled' : 'default');
  const saveReadable = (): void => {
    if (known.keys) setAsking(true);
    else void save(null).then(setTrouble);
  };

  const step = (way: Way): ReactNode => {
    switch (way) {
      case 'restore':
        return <Restore key={way} agencyId={agencyId} backups={known.backups} now={clock()} look={look(way)} />;
      case 'save-readable':
        return (
          <RecoveryStep
            key={way}
            title="Save what can be read"
            text="Writes every readable record into an agency.json and names the ones that are not. The database itself stays as it is."
            action={<Button variant={look(way)} loading={working} onClick={saveReadable}>Save readable records</Button>}
          />
        );
      case 'try-again':
        return (
          <RecoveryStep
            key={way}
            title="Try again"
            text="After freeing disk space, closing another window, plugging in a drive, or updating Muster."
            action={<Button variant={look(way)} onClick={() => void open(agencyId)}>Try again</Button>}
          />
        );
      case 'leave':
        return (
          <RecoveryStep
            key={way}
            title="Go to the first screen"
            text={others.length === 0 ? 'Open an agency file, or the demo agency. This one stays as it is.' : 'The other agencies of this computer lie apart and are not affected. An agency file is opened there, too.'}
            action={<Button onClick={leave}>Choose agency</Button>}
          />
        );
    }
  };

  return (
    <div className={styles.page}>
      <p className={styles.agency}>{name}</p>
      <h1 className={styles.title}>{words.title}</h1>
      <dl className={styles.facts}>
        <dt>What happened</dt>
        <dd>{words.happened}</dd>
        <dt>What is safe</dt>
        <dd>{words.safe}</dd>
      </dl>
      <h2 className={styles.section}>What you can do</h2>
      <div className={styles.steps}>{ways.map(step)}</div>
      <div aria-live="polite">
        {saved !== null && <Alert variant="outline" color="gray" mt={16} title={saved.title}>{saved.words}</Alert>}
        {trouble !== null && <Alert variant="outline" color="red" mt={16} role="alert" title="That did not work">{trouble}</Alert>}
      </div>
      {asking && <UnlockToSave users={known.users} onSave={save} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** The last good backup by its date where it is there; the file chooser in any case. */
function Restore({ agencyId, backups: { folder, lastGood }, now, look }: {
  readonly agencyId: string;
  readonly backups: Circumstances['backups'];
  readonly now: number;
  readonly look: 'filled' | 'default';
}) {
  const kept = 'What is restored becomes an agency of its own beside this one: nothing is overwritten.';
  if (lastGood !== null) {
    return (
      <RecoveryStep
        title="Restore the last good backup"
        text={`Made ${momentWords(lastGood.at, now, defaultTimeZone)}. It was read back and compared when it was made. ${kept}`}
        action={
          <>
            <Button variant={look} onClick={() => askRestore({ agencyId, name: lastGood.name })}>Restore backup</Button>
            <Button onClick={() => askRestore()}>Choose another</Button>
          </>
        }
      />
    );
  }
  return (
    <RecoveryStep
      title="Restore a backup"
      text={`${folder === null ? 'Choose the file of a backup, or of a copy of the agency.' : folder.reachable ? `The folder of backups, ${folder.path}, has none that was proven good. Choose a file.` : `The folder of backups, ${folder.path}, is away. Plug its drive in and try again, or choose a file.`} ${kept}`}
      action={<Button variant={look} onClick={() => askRestore()}>Choose backup</Button>}
    />
  );
}
