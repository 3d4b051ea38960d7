import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { brokenWords, shortHash, wholeWords } from '../../../shared/audit/verification.ts';
import { lookOf } from '../../../shared/status-look.ts';
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
  const strange = records !== null && records.differing > 0;
  const sound = chain.broken === null && !lost && !strange;
  return (
    <>
      <h2 className={styles.title}>{sound ? 'The log is whole' : 'The log is not as it was written'}</h2>
      <ul className={styles.findings}>
        <Line sound={chain.broken === null}>
          {chain.broken === null ? `${wholeWords(chain)}.` : `Entry ${chain.broken.seq} is the first that does not hold: ${brokenWords(chain.broken.code)}. What stands before it is as it was written.`}
          {chain.broken !== null && <Button size="compact-xs" variant="subtle" onClick={() => onShow(chain.broken?.seq ?? 1)}>{`Show entry ${chain.broken.seq}`}</Button>}
        </Line>
        {records !== null && (
          <Line sound={!strange}>
            {records.differing === 0
              ? `${records.checked.toLocaleString('en-US')} records are what the log last wrote for them.`
              : `${records.differing.toLocaleString('en-US')} of ${records.checked.toLocaleString('en-US')} records are not what the log last wrote for them: ${records.first.join(', ')}${records.differing > records.first.length ? ' and more' : ''}.`}
            {records.unlogged > 0 && ` ${records.unlogged.toLocaleString('en-US')} came with the file the agency was made from, before this log.`}
          </Line>
        )}
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
          Nothing was changed by verifying. Keep this agency as it is, export the log as JSON, and compare it with the newest backup or exported file from before the entry named here.
        </p>
      )}
      {unlogged !== null && <p className={styles.note}>{`The verification itself is not in the log. ${unlogged}`}</p>}
    </>
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
