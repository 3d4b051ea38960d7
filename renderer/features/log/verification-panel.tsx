import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { loggedRecords } from '../../../shared/agenda/logged-record.ts';
import { brokenWords, shortHash, wholeWords } from '../../../shared/audit/verification.ts';
import { lookOf } from '../../../shared/status-look.ts';
import type { RecordsVerified } from '../../db/verify-records.ts';
import { useSession } from '../../session/session.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './log.module.css';
import type { Verified, Verifying } from './use-verification.ts';

/** A part that scrolls must be reached by the keyboard, also where it holds nothing to press. */
const scrollable = { role: 'region', 'aria-label': 'What was found', 'aria-live': 'polite', tabIndex: 0 } as const;

/** The verification of the log beside it: how far it is, then what was found, in plain words. */
export function VerificationPanel({ verifying, onShow, onClose }: { readonly verifying: Verifying; readonly onShow: (seq: number) => void; readonly onClose: () => void }) {
  return (
    <aside className={styles.side} aria-label="Verification of the log">
      <div className={styles.top}>
        <span>Verification</span>
        <ActionIcon aria-label={verifying.state === 'walking' ? 'Stop verifying' : 'Close the verification'} onClick={onClose}><IconX size={16} stroke={1.6} /></ActionIcon>
      </div>
      <div className={styles.scroll} {...scrollable}>
        {verifying.state === 'walking' && (
          <>
            <h2 className={styles.title}>Verifying</h2>
            <p className={styles.note}>{`${verifying.done.toLocaleString('en-US')} of ${verifying.total.toLocaleString('en-US')} entries`}</p>
            <ProgressBar label="Verifying the log" done={verifying.done} total={verifying.total} />
          </>
        )}
        {verifying.state === 'done' && <Found verified={verifying.verified} onShow={onShow} />}
      </div>
    </aside>
  );
}

function Found({ verified: { chain, seen, records, unlogged }, onShow }: { readonly verified: Verified; readonly onShow: (seq: number) => void }) {
  const lost = seen !== null && seen.standing !== 'reached';
  const strange = !records.ok || records.value.differing.length > 0;
  const sound = chain.broken === null && !lost && !strange;
  return (
    <>
      <h2 className={styles.title}>{sound ? 'The log is whole' : chain.broken === null && !lost ? 'Records are not as the log says' : 'The log is not as it was written'}</h2>
      <ul className={styles.findings}>
        <Line sound={chain.broken === null}>
          {chain.broken === null ? `${wholeWords(chain)}.` : `Entry ${chain.broken.seq} is the first that does not hold: ${brokenWords(chain.broken.code)}. What stands before it is as it was written.`}
          {chain.broken !== null && <Button size="compact-xs" variant="subtle" onClick={() => onShow(chain.broken?.seq ?? 1)}>{`Show entry ${chain.broken.seq}`}</Button>}
        </Line>
        {records.ok ? <Records records={records.value} /> : <Line sound={false}>{`The records could not be compared with the log. ${records.error}`}</Line>}
        {seen !== null && (
          <Line sound={!lost}>
            {seen.standing === 'reached' ? `It reaches entry ${seen.seq}, the last one this computer saw written.` : ''}
            {seen.standing === 'ends-before' && `It ends before entry ${seen.seq}, the last one this computer saw written: entries were lost or cut off.`}
            {seen.standing === 'another' && `Entry ${seen.seq} is not the one this computer saw written: the log was rewritten, or another one was put in its place.`}
          </Line>
        )}
      </ul>
      {chain.head !== null && (
        <p className={styles.note}>
          Head: entry {chain.head.seq}, <code className={styles.hash}>{shortHash(chain.head.hash)}</code>. Binders, packets and certificates print the head they were made at.
        </p>
      )}
      {!sound && (
        <p className={styles.note}>
          {chain.broken === null && !lost
            ? 'Nothing was changed by verifying. Compare the records named here with the newest backup, and record what is right; the correction has an entry of its own.'
            : 'Nothing was changed by verifying. Keep this agency as it is, export the log as JSON, and compare it with the newest backup or exported file from before the entry named here.'}
        </p>
      )}
      {unlogged !== null && <p className={styles.note}>{`The verification itself is not in the log. ${unlogged}`}</p>}
    </>
  );
}

const number = (count: number): string => count.toLocaleString('en-US');
const namedAtOnce = 20;
const how = { altered: 'is not what was written', missing: 'is gone', returned: 'is there although it was taken out' } as const;

function Records({ records: { checked, differing, unlogged, medical } }: { readonly records: RecordsVerified }) {
  const { file } = useSession();
  const tell = useMemo(() => loggedRecords(file), [file]);
  return (
    <Line sound={differing.length === 0}>
      {differing.length === 0
        ? checked === 0 ? 'No record was written since this log began. ' : `${number(checked)} ${checked === 1 ? 'record is' : 'records are'} what the log last wrote. `
        : `${number(differing.length)} of ${number(checked)} records are not what the log last wrote for them:`}
      {differing.length > 0 && (
        <ul className={styles.differing}>
          {differing.slice(0, namedAtOnce).map(({ list, id, how: what }) => {
            const { noun, title } = tell({ list, id, before: null, after: null });
            return <li key={`${list} ${id}`}>{`${noun} ${title ?? id} ${how[what]}`}</li>;
          })}
          {differing.length > namedAtOnce && <li>{`and ${number(differing.length - namedAtOnce)} more`}</li>}
        </ul>
      )}
      {unlogged > 0 && <span className={styles.quiet}>{`${number(unlogged)} came with the file this agency was made from, before its log. `}</span>}
      {medical > 0 && <span className={styles.quiet}>{`${number(medical)} have a medical note, and only who may read it can compare them.`}</span>}
    </Line>
  );
}

function Line({ sound, children }: { readonly sound: boolean; readonly children: ReactNode }) {
  return (
    <li>
      <StatusMark {...lookOf(sound ? 'met' : 'fail')} variant={sound ? 'bare' : 'pill'} word={sound ? 'As written' : 'Broken'} />
      <span>{children}</span>
    </li>
  );
}
