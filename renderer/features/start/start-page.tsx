import { Alert, Button } from '@mantine/core';
import { IconBuildingCommunity, IconFileZip, IconFlask, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { askRestore } from '../../session/backup-request.ts';
import { ChoiceRow } from './choice-row.tsx';
import { CreateAgency } from './create-agency.tsx';
import { KnownAgencies } from './known-agencies.tsx';
import { useOpenAgency } from './use-open-agency.ts';
import styles from './start.module.css';

/** The first screen: begin, bring an agency along, or look around in the demo. */
export function StartPage() {
  const { agencies } = useAgencyDoor();
  const [creating, setCreating] = useState(false);
  const { working, trouble, openFile, openDemo } = useOpenAgency();

  if (creating) return <CreateAgency onCancel={() => setCreating(false)} />;
  const known = agencies.length > 0;
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{known ? 'Which agency?' : 'Muster keeps your staff ready for inspection'}</h1>
      <p className={styles.lead}>
        Credentials, exclusion checks and binders of one agency, on this computer only. Nothing is sent anywhere.
      </p>
      {trouble !== null && (
        <Alert color="red" variant="outline" title="The agency was not opened" className={styles.trouble ?? ''} role="alert">
          {trouble}
        </Alert>
      )}
      {known && <KnownAgencies agencies={agencies} />}
      <h2 className={known ? styles.section : 'sr-only'}>Add an agency</h2>
      <div className={styles.choices}>
        <ChoiceRow
          icon={IconBuildingCommunity}
          title="Create an agency"
          text="Name it, choose whose rules it works under, then import your staff from a spreadsheet."
          action={<Button variant={known ? 'default' : 'filled'} onClick={() => setCreating(true)}>Create agency</Button>}
        />
        <ChoiceRow
          icon={IconFileZip}
          title="Open an agency file"
          text="A plain .muster file or an agency.json, exported here or written by another program. It becomes an agency of its own here."
          action={<Button loading={working === 'file'} disabled={working !== null} onClick={() => void openFile()}>Open file</Button>}
        />
        <ChoiceRow
          icon={IconRestore}
          title="Restore a backup, or take over"
          text="An encrypted .muster file: a backup, or an agency handed over from another computer. It opens with a passphrase or the recovery key of its day."
          action={<Button disabled={working !== null} onClick={() => askRestore()}>Choose file</Button>}
        />
        <ChoiceRow
          icon={IconFlask}
          title="Open the demo agency"
          text="Invented people with every kind of finding, dated around today. It never mixes with your own records and can be removed again."
          action={<Button loading={working === 'demo'} disabled={working !== null} onClick={() => void openDemo()}>Open demo</Button>}
        />
      </div>
    </div>
  );
}
