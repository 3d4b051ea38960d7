import { Alert, Button } from '@mantine/core';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { openWords } from '../../session/failure-words.ts';
import { RecoveryStep } from './recovery-step.tsx';
import { useRecovery } from './use-recovery.ts';
import styles from './recovery.module.css';

/** Stands where the app would, when an agency cannot be opened: what happened, what is safe, and every way on. Never an empty app. */
export function RecoveryPage() {
  const { agencies, refused, open, leave, clock } = useAgencyDoor();
  const { working, trouble, saved, saveReadable, restoreFile } = useRecovery(civilDateAt(clock(), defaultTimeZone));
  if (refused === null) return null;
  const { agencyId, failure } = refused;
  const words = openWords(failure);
  const damaged = failure.code === 'damaged';
  const name = agencies.find((agency) => agency.id === agencyId)?.name ?? 'This agency';
  const others = agencies.filter((agency) => agency.id !== agencyId);

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
      <div className={styles.steps}>
        <RecoveryStep
          title="Try again"
          text="After freeing disk space, closing another window, or updating Muster."
          action={<Button variant={damaged ? 'default' : 'filled'} onClick={() => void open(agencyId)}>Try again</Button>}
        />
        {failure.code !== 'not-here' && (
          <RecoveryStep
            title="Save what can be read"
            text="Writes every readable record into an agency.json and names the ones that are not. The database itself stays as it is."
            action={<Button variant={damaged ? 'filled' : 'default'} loading={working === 'save'} disabled={working !== null} onClick={() => void saveReadable(agencyId, name)}>Save readable records</Button>}
          />
        )}
        <RecoveryStep
          title="Restore a backup"
          text="A .muster file or agency.json becomes an agency of its own beside this one. Nothing is overwritten."
          action={<Button loading={working === 'restore'} disabled={working !== null} onClick={() => void restoreFile()}>Restore file</Button>}
        />
        <RecoveryStep
          title="Open another agency"
          text={others.length === 0 ? 'Create one, or open the demo agency.' : 'The other agencies of this computer lie apart and are not affected.'}
          action={<Button onClick={leave}>Choose agency</Button>}
        />
      </div>
      <div aria-live="polite">
        {saved !== null && <Alert variant="outline" color="gray" mt={16} title={saved.title}>{saved.words}</Alert>}
        {trouble !== null && <Alert variant="outline" color="red" mt={16} role="alert" title="That did not work">{trouble}</Alert>}
      </div>
    </div>
  );
}
