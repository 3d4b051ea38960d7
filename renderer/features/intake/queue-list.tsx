import { useVirtualizer } from '@tanstack/react-virtual';
import { IconFileText, IconPhoto } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { confidenceWords } from '../../../shared/intake/confidence.ts';
import { paperWords } from '../../../shared/intake/kinds.ts';
import { confidenceOf, type QueueLine } from '../../../shared/intake/waiting.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { useSession } from '../../session/session.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './intake.module.css';

const rowHeight = 58;

/** What waits, one paper a line: its file, whose it seems to be and what. Chosen by mouse or the arrow keys. */
export function QueueList({ queue, current, onChoose }: { readonly queue: readonly QueueLine[]; readonly current: string | null; readonly onChoose: (id: string) => void }) {
  const { file } = useSession();
  const names = useMemo(() => new Map(file.people.map((person) => [person.id, fullName(shownName(person))])), [file.people]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: queue.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const at = queue.findIndex(({ item }) => item.id === current);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label="Papers that wait"
      tabIndex={0}
      aria-activedescendant={current === null ? undefined : `paper-${current}`}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const next = queue[at + step];
        if (step === 0 || next === undefined) return;
        event.preventDefault();
        onChoose(next.item.id);
      }}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = queue[index];
          if (line === undefined) return null;
          const { file: waiting, item, place, of } = line;
          const { person, kind } = item.proposal;
          const sure = confidenceOf(item);
          const Sign = waiting.mediaType.startsWith('image/') ? IconPhoto : IconFileText;
          return (
            // The keyboard moves within the list, which holds the focus.
            <div key={item.id} id={`paper-${item.id}`} role="option" tabIndex={-1} aria-selected={item.id === current} className={cx(styles.row, item.id === current && styles.rowCurrent)} style={{ height: rowHeight, transform: `translateY(${start}px)` }} onMouseDown={() => onChoose(item.id)}>
              <Sign size={16} stroke={1.6} aria-hidden="true" />
              <span className={styles.rowMain}>{person.personId === null ? 'Whose?' : (names.get(person.personId) ?? 'Whose?')}<span className={styles.rowKind}>{` · ${kind.paper === null ? 'What?' : paperWords(kind.paper)}`}</span></span>
              <span className={styles.rowFile} title={waiting.name}>{waiting.name}</span>
              <span className={styles.rowFacts}>
                {[of > 1 ? `paper ${place} of ${of}` : null, item.skipped === true ? 'put off' : null, waiting.vault === 'medical' ? 'medical' : null].filter((each) => each !== null).join(' · ')}
              </span>
              <span className={styles.sure} data-sure={sure}>{confidenceWords[sure]}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
