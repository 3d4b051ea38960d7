import { Anchor, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { HistoryEntry } from '../../../shared/agenda/evidence-history.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { cx } from '../../ui/cx.ts';
import type { Deed } from './deeds.ts';
import { ItemDocuments } from './item-documents.tsx';
import { hasMedicalNote, ItemNote, useOpenNote } from './medical-note.tsx';
import type { PersonView } from './person-view.ts';
import { capital, factsOf, itemTitle } from './words.ts';
import { WriteButton } from '../../session/write-button.tsx';
import styles from './tabs.module.css';

const recordedOn = (instant: string): string => dateWords(instant.slice(0, 10) as CivilDate);

/** Everything ever put on file, newest day first: what counts, what was corrected and by what, what was retracted and why. */
export function EvidenceTab({ view, onDeed }: { readonly view: PersonView; readonly onDeed: (deed: Deed) => void }) {
  const counts = view.history.filter((each) => each.state === 'counts').length;
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <h2>Evidence <span>{`${counts} of ${view.history.length} count`}</span></h2>
        <WriteButton variant="filled" shortcut="A" onClick={() => onDeed({ kind: 'add' })}>Add evidence</WriteButton>
      </div>
      {view.history.length === 0 ? (
        <EmptyState action={<WriteButton shortcut="A" onClick={() => onDeed({ kind: 'add' })}>Add evidence</WriteButton>}>Nothing is on file for this person yet.</EmptyState>
      ) : (
        <ol className={styles.timeline}>
          {view.history.map((entry, index) => (
            <Entry key={entry.item.id} entry={entry} year={yearOf(entry) === yearOf(view.history[index - 1]) ? null : yearOf(entry)} onDeed={onDeed} />
          ))}
        </ol>
      )}
    </div>
  );
}

const yearOf = (entry: HistoryEntry | undefined): string | null => (entry === undefined ? null : (entry.day?.slice(0, 4) ?? 'Undated'));

function Entry({ entry, year, onDeed }: { readonly entry: HistoryEntry; readonly year: string | null; readonly onDeed: (deed: Deed) => void }) {
  const { asOf, canRecord } = useSession();
  const openNote = useOpenNote();
  const { item, state, correctedBy, day } = entry;
  // The form holds the note: opening it is reading it.
  const correct = async (): Promise<void> => {
    const refused = hasMedicalNote(item) ? await openNote(item) : null;
    if (refused === null) onDeed({ kind: 'correct', item });
    else notifications.show({ color: 'red', message: refused, autoClose: 8000 });
  };
  return (
    <li className={cx(styles.entry, state !== 'counts' && styles.gone)}>
      <span className={styles.year}>{year}</span>
      <div className={styles.when}>
        {day === null ? 'undated' : <DateWithDistance date={dateWords(day)} distance={distanceWords(day, asOf)} />}
        {day !== null && day > asOf && <span className={styles.small}>after the day looked at</span>}
      </div>
      <div className={styles.what}>
        <p className={styles.name}>{itemTitle(item)}</p>
        <p>{capital(factsOf(item).join(' · '))}</p>
        <ItemNote item={item} />
        <p className={styles.small}>
          {`Recorded ${recordedOn(item.recordedAt)}${item.recordedBy === undefined ? '' : ` by ${item.recordedBy}`}`}
          {item.supersedes !== undefined && ' · corrects an earlier item'}
        </p>
        {state === 'corrected' && correctedBy !== null && <p className={styles.state}>{`Corrected ${recordedOn(correctedBy.recordedAt)}; the correction counts instead.`}</p>}
        {state === 'retracted' && <p className={styles.state}>{`Retracted ${recordedOn(item.retractedAt ?? item.recordedAt)}: ${item.retractedReason ?? 'no reason recorded'}`}</p>}
        <ItemDocuments item={item} quiet={styles.small} sized />
      </div>
      <Group gap={10} wrap="nowrap" className={styles.acts ?? ''}>
        {state === 'counts' && canRecord && (
          <>
            <Anchor component="button" type="button" size="xs" onClick={() => void correct()}>Correct this item</Anchor>
            <Anchor component="button" type="button" size="xs" onClick={() => onDeed({ kind: 'retract', item })}>Retract</Anchor>
          </>
        )}
      </Group>
    </li>
  );
}
