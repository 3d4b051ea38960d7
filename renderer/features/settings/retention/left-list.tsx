import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { mayDispose, type KeptBack, type Retention } from '../../../../shared/agenda/retention/retention.ts';
import { holdWords } from '../../../../shared/model/agency-records/retention.ts';
import { listName, shownName } from '../../../../shared/model/person.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { cx } from '../../../ui/cx.ts';
import settings from '../settings.module.css';
import styles from './retention.module.css';
import { ReviewDialog } from './review-dialog.tsx';

const whyWords = (kept: KeptBack): string =>
  kept.why === 'hold' ? `${holdWords[kept.hold.hold]}: ${kept.hold.reason}` : `${countOf(kept.findings, 'thing')} still to be decided or put right`;

/** Everybody who left, whose time ends first coming first; who is due can be ticked and reviewed. */
export function LeftList({ kept }: { readonly kept: readonly Retention[] }) {
  const { file, today, can, isNow } = useSession();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [reviewing, setReviewing] = useState(false);
  const nameOf = new Map(file.people.map((person) => [person.id, listName(shownName(person))]));
  const due = kept.filter(mayDispose);
  const chosen = due.filter(({ personId }) => ticked.has(personId));
  const allowed = can('dispose') && isNow;
  const toggle = (personId: string): void => {
    const next = new Set(ticked);
    if (!next.delete(personId)) next.add(personId);
    setTicked(next);
  };
  return (
    <>
      <h3 className={settings.subheading}>People who left</h3>
      {kept.length === 0 ? (
        <p className={settings.quiet}>Nobody has left yet. Whoever leaves is listed here with the day on which the time of the file is over.</p>
      ) : (
        <table className={cx(settings.table, styles.list)}>
          <thead><tr><th scope="col"><span className="sr-only">Tick</span></th><th scope="col">Person</th><th scope="col">Left</th><th scope="col">May be disposed of from</th><th scope="col">Standing</th></tr></thead>
          <tbody>
            {kept.map((each) => {
              const name = nameOf.get(each.personId) ?? each.personId;
              return (
                <tr key={each.personId}>
                  <td>{mayDispose(each) && <Checkbox size="xs" aria-label={`Review ${name}`} checked={ticked.has(each.personId)} disabled={!allowed} onChange={() => toggle(each.personId)} />}</td>
                  <th scope="row">{name}</th>
                  <td className={settings.fixed}>{`${dateWords(each.separatedOn)} · ${distanceWords(each.separatedOn, today)}`}</td>
                  <td className={settings.fixed}>{`${dateWords(each.dueFrom)} · ${distanceWords(each.dueFrom, today)}`}</td>
                  <td className={styles.words}>{each.keptBack.length > 0 ? `Stays. ${each.keptBack.map(whyWords).join('; ')}` : each.due ? 'Due, to be reviewed' : 'Kept'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {due.length > 0 && (
        <div className={settings.actions}>
          <Button variant="filled" disabled={!allowed || chosen.length === 0} onClick={() => setReviewing(true)}>{chosen.length === 0 ? 'Review' : `Review ${countOf(chosen.length, 'file')}`}</Button>
          {!can('dispose') && <p className={settings.quiet}>An administrator reviews the list.</p>}
        </div>
      )}
      {reviewing && (
        <ReviewDialog
          chosen={chosen}
          onClose={() => setReviewing(false)}
          onDone={() => {
            setReviewing(false);
            setTicked(new Set());
          }}
        />
      )}
    </>
  );
}
