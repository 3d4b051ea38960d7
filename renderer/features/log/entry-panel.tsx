import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { LogLine } from '../../../shared/agenda/log-lines.ts';
import { loggedRecords, type LoggedRecord, type RecordPlace } from '../../../shared/agenda/logged-record.ts';
import { logKindWords } from '../../../shared/audit/events.ts';
import { wordsTaken } from '../../../shared/audit/verification.ts';
import { countOf, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { pathOf } from '../../ui/navigate.ts';
import { momentOf } from './log-columns.tsx';
import styles from './log.module.css';

function addressOf(place: RecordPlace): string {
  switch (place.kind) {
    case 'person':
      return `${pathOf('people', place.personId)}${place.tab === 'requirements' ? '' : `?tab=${place.tab}`}`;
    case 'agency':
      return '/agency';
    case 'settings':
      return `/settings/${place.section}`;
    case 'exclusions':
      return `/exclusions/${place.part}`;
  }
}

/** Records shown at once: an import may bring thousands. */
const shownAtOnce = 200;

/** A part that scrolls must be reached by the keyboard, also where it holds nothing to press. */
const scrollable = { role: 'region', 'aria-label': 'What the entry says', tabIndex: 0 } as const;

/** One entry of the log: all its words, the records it changed, and its place in the chain. */
export function EntryPanel({ line, onStep, onShow, onClose }: {
  readonly line: LogLine;
  /** Towards newer entries where positive. */
  readonly onStep: (by: number) => void;
  /** Shows another entry by its number. */
  readonly onShow: (seq: number) => void;
  readonly onClose: () => void;
}) {
  const { file, today } = useSession();
  return (
    <aside className={styles.side} aria-label={`Entry ${line.seq}`}>
      <div className={styles.top}>
        <span>{`Entry ${line.seq} · ${logKindWords[line.kind]}`}</span>
        <ActionIcon aria-label="Newer entry" onClick={() => onStep(1)}><IconChevronUp size={16} stroke={1.6} /></ActionIcon>
        <ActionIcon aria-label="Older entry" onClick={() => onStep(-1)}><IconChevronDown size={16} stroke={1.6} /></ActionIcon>
        <ActionIcon aria-label="Close the entry" onClick={onClose}><IconX size={16} stroke={1.6} /></ActionIcon>
      </div>
      <div className={styles.scroll} {...scrollable}>
        <h2 className={styles.title}>{line.what ?? wordsTaken}</h2>
        <dl className={styles.facts}>
          {line.reason !== null && <Fact label="Reason">{line.reason}</Fact>}
          <Fact label="Who">{line.by ?? 'Not recorded: the agency had no users'}</Fact>
          <Fact label="When">{line.day === null ? 'Not recorded' : <>{momentOf(line)} <span className={styles.quiet}>{`· ${distanceWords(line.day, today)}`}</span><br /><span className={styles.quiet}>{`${line.at ?? ''} UTC`.replace('Z UTC', ' UTC').replace('T', ' ')}</span></>}</Fact>
        </dl>
        {line.what === null && <p className={styles.note}>A disposal removed what this entry said. Who wrote it, when, and its place in the chain stay, and still verify.</p>}
        <Records key={line.seq} line={line} file={file} />
        <h3 className={styles.heading}>Place in the chain</h3>
        <dl className={styles.facts}>
          <Fact label="Hash"><code className={styles.hash}>{line.hash}</code></Fact>
          <Fact label="Previous">{line.previous === null ? 'None: the first entry' : <code className={styles.hash}>{line.previous}</code>}</Fact>
        </dl>
        {line.previous !== null && <Button size="compact-xs" variant="subtle" onClick={() => onShow(line.seq - 1)}>{`Show entry ${line.seq - 1}`}</Button>}
      </div>
    </aside>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Records({ line, file }: { readonly line: LogLine; readonly file: Parameters<typeof loggedRecords>[0] }) {
  const [shown, setShown] = useState(shownAtOnce);
  const tell = useMemo(() => loggedRecords(file), [file]);
  const total = line.changes.length;
  return (
    <>
      <h3 className={styles.heading}>Records {total > 0 && <span className={styles.quiet}>{total}</span>}</h3>
      {total === 0 && <p className={styles.quiet}>This deed changed no record.</p>}
      {total > 0 && <ul className={styles.records}>{line.changes.slice(0, shown).map((change, index) => <RecordLine key={`${index} ${change.list} ${change.id}`} record={tell(change)} />)}</ul>}
      {total > shown && <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + 1000)}>{`Show more: ${countOf(total - shown, 'record')} not shown`}</Button>}
    </>
  );
}

function RecordLine({ record }: { readonly record: LoggedRecord }) {
  return (
    <li>
      <span className={styles.did}>{record.did}</span>
      <span>
        <span className={styles.quiet}>{`${record.noun} `}</span>
        {record.title === null ? <span className={styles.quiet}>no longer on file</span> : record.place === null ? record.title : <Anchor href={`#${addressOf(record.place)}`} inherit>{record.title}</Anchor>}
      </span>
    </li>
  );
}
