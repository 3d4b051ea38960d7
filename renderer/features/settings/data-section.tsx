import { Anchor, Button } from '@mantine/core';
import { countOf } from '../../../shared/wording.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { useSession } from '../../session/session.tsx';
import { DemoRemoval } from './demo-removal.tsx';
import { RecentImports } from './recent-imports.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useExport } from './use-export.ts';

/** The whole record out of here: export, imports to undo, the log's proof, and the way to another agency. */
export function DataSection() {
  const { file, isDemo, agencyId } = useSession();
  const { leave } = useAgencyDoor();
  const { working, trouble, done, exportFile, exportJson, showSaved } = useExport();
  return (
    <>
      <p className={styles.intro}>Everything lies on this computer. An exported .muster file is the whole agency with its documents in an open format, not encrypted: nothing is locked in. Encrypted copies are made in Settings, Backup.</p>
      <dl className={styles.facts}>
        <dt>People</dt>
        <dd className="num">{file.people.length}</dd>
        <dt>Items of evidence</dt>
        <dd className="num">{file.evidence.length}</dd>
        <dt>Exclusion checks</dt>
        <dd className="num">{file.exclusionChecks?.length ?? 0}</dd>
        <dt>Documents</dt>
        <dd className="num">{file.documents?.length ?? 0}</dd>
        <dt>Log</dt>
        <dd>
          <span className="num">{countOf(file.audit?.length ?? 0, 'entry', 'entries')}</span>{' '}
          <Anchor href="#/log" inherit>Open the log, and verify it</Anchor>
        </dd>
      </dl>
      <div className={styles.actions}>
        <Button variant="filled" loading={working === 'muster'} disabled={working !== null} onClick={() => void exportFile()}>Export agency file</Button>
        <Button loading={working === 'json'} disabled={working !== null} onClick={() => void exportJson()}>Export record as JSON</Button>
        {done?.place !== undefined && <Button variant="subtle" onClick={() => void showSaved()}>Show in folder</Button>}
      </div>
      <p aria-live="polite" className={styles.quiet}>{done?.words}</p>
      <Trouble words={trouble} />
      <RecentImports />
      <h3 className={styles.subheading}>Agencies</h3>
      <p className={styles.quiet}>Agencies lie apart and never mix. Leaving this one changes nothing in it.</p>
      <div className={styles.actions}>
        <Button onClick={leave}>Switch agency</Button>
        {isDemo && <DemoRemoval agencyId={agencyId} onExport={exportFile} />}
      </div>
    </>
  );
}
