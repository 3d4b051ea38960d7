import { useVirtualizer } from '@tanstack/react-virtual';
import { IconFileText, IconPhoto } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { confidenceWords } from '../../../shared/intake/confidence.ts';
import { paperWords } from '../../../shared/intake/kinds.ts';
import { confidenceOf, type QueueLine } from '../../../shared/intake/waiting.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './intake.module.css';

const rowHeight = 58;

/** What waits, one paper a line: its file, whose it seems to be and what. Chosen by mouse or the arrow keys. */
export function QueueList({ queue, current, onChoose, onConfirm }: {
  readonly queue: readonly QueueLine[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
  /** Enter on the chosen line. */
  readonly onConfirm: () => void;
}) {
  const { file } = useSession();
  const names = useMemo(() => new Map(file.people.map((person) => [person.id, fullName(shownName(person))])), [file.people]);
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({ count: queue.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const at = queue.findIndex(({ item }) => item.id === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter' && !event.repeat && !event.ctrlKey) {
      event.preventDefault();
      onConfirm();
    }
    const next = queue[at + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next.item.id);
    document.getElementById(`paper-${next.item.id}`)?.focus();
  };
  return (
    <nav ref={scroller} className={styles.list} aria-label="Papers that wait">
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = queue[index];
          if (line === undefined) return null;
          const { file: waiting, item, place, of } = line;
          const { person, kind } = item.proposal;
          const sure = confidenceOf(item);
          const Sign = waiting.mediaType.startsWith('image/') ? IconPhoto : IconFileText;
          const facts = [of > 1 ? `paper ${place} of ${of}` : null, item.skipped === true ? 'put off' : null, waiting.vault === 'medical' ? 'medical vault' : null].filter((each) => each !== null).join(' · ');
          return (
            <li key={item.id} style={{ height: rowHeight, transform: `translateY(${start}px)` }}>
              <button type="button" id={`paper-${item.id}`} tabIndex={item.id === current ? 0 : -1} aria-current={item.id === current ? 'true' : undefined} className={cx(styles.row, item.id === current && styles.rowCurrent)} onClick={() => onChoose(item.id)} onKeyDown={onKey}>
                <Sign size={16} stroke={1.6} aria-hidden="true" />
                <span className={styles.rowMain}>{person.personId === null ? 'Whose?' : (names.get(person.personId) ?? 'Whose?')}<span className={styles.rowKind}>{` · ${kind.paper === null ? 'What?' : paperWords(kind.paper)}`}</span></span>
                <span className={styles.rowFile} title={waiting.name}>{waiting.name}</span>
                <span className={styles.sure} data-sure={sure}>{confidenceWords[sure]}</span>
                {facts !== '' && <span className={styles.rowFacts}>{facts}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
