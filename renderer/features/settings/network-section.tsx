import { Button, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState } from 'react';
import type { Connection } from '../../../shared/ipc/connection.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { countOf } from '../../../shared/wording.ts';
import { allowDownloads, connections, downloadsAllowed } from '../../platform/desktop.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { connectionColumns, connectionTable } from './network-log.ts';
import network from './network-section.module.css';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';

type Log = { readonly newestFirst: readonly Connection[]; readonly unread: number };
const tallest = 12;

/** The one switch that lets anything out of this computer, and every connection that was ever made. */
export function NetworkSection() {
  const { file } = useSession();
  const { saveTable } = useTakeAway();
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [log, setLog] = useState<Log | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const timeZone = file.agency.timeZone ?? defaultTimeZone;
  const columns = useMemo(() => connectionColumns(timeZone), [timeZone]);

  useEffect(() => {
    let gone = false;
    void Promise.all([downloadsAllowed(), connections()]).then(([permission, record]) => {
      if (gone) return;
      if (permission.ok) setAllowed(permission.value.allowed);
      else setTrouble(failureWords(permission.error));
      if (record.ok) setLog({ newestFirst: record.value.connections.toReversed(), unread: record.value.unread });
      else setUnreadable(failureWords(record.error));
    });
    return () => {
      gone = true;
    };
  }, []);

  const allow = async (wanted: boolean): Promise<void> => {
    const set = await allowDownloads({ allowed: wanted });
    // Off holds even where it could not be written down.
    setAllowed(set.ok ? set.value.allowed : false);
    setTrouble(set.ok ? null : `${failureWords(set.error)} Downloads are off.`);
  };
  const save = async (): Promise<void> => {
    const saved = await saveTable(connectionTable((log?.newestFirst ?? []).toReversed()), 'csv', 'Muster connections', 'the log of connections');
    if (!saved.ok) notifications.show({ color: 'red', title: 'The log was not exported', message: failureWords(saved.error), autoClose: false });
    else if (saved.value !== null) notifications.show({ message: `Saved ${saved.value.name}` });
  };

  const rows = log?.newestFirst ?? [];
  return (
    <>
      <p className={styles.intro}>Muster works without a network. There is one connection it can make, and it makes it only when you ask for it.</p>
      <Switch
        label="Allow downloading the OIG list"
        aria-describedby="what-a-download-does"
        checked={allowed ?? false}
        disabled={allowed === null}
        onChange={(event) => void allow(event.currentTarget.checked)}
      />
      <p id="what-a-download-does" className={network.what}>
        When you press Download on the Exclusions screen, Muster fetches the whole list from oig.hhs.gov over an encrypted connection, and from
        no other address. Nothing about your people or your agency is sent: the list is searched on this computer.
      </p>
      <Trouble words={trouble} />
      <div className={network.bar}>
        <h3 className={styles.subheading}>Connections {log !== null && <span className={network.count}>{log.newestFirst.length}</span>}</h3>
        <Button disabled={rows.length === 0} onClick={() => void save()}>Export as CSV</Button>
      </div>
      <p className={styles.quiet}>Every connection Muster made from this computer, also those that failed. The newest stand first; after some years the oldest give way.</p>
      {unreadable !== null && <p className={styles.quiet} role="alert">{`The log is there but was not read. ${unreadable}`}</p>}
      {log !== null && rows.length === 0 && <EmptyState>No connection was ever made.</EmptyState>}
      {rows.length > 0 && (
        <div className={network.log} style={{ height: 32 * Math.min(tallest, rows.length) + 46 }}>
          <DataTable
            label="Connections"
            columns={columns}
            rows={rows}
            rowKey={({ at, address, why }) => `${at} ${why.attempt} ${address}`}
            onExport={() => void save()}
            empty={null}
          />
        </div>
      )}
      {log !== null && log.unread > 0 && (
        <p className={styles.quiet}>{`${countOf(log.unread, 'line')} of the log ${log.unread === 1 ? 'is' : 'are'} damaged and not shown. The file connections.jsonl in Muster's profile folder was changed from outside, or the computer stopped while it was written.`}</p>
      )}
    </>
  );
}
