import { useEffect, useMemo, useState } from 'react';
import { runSubjects } from '../../../../shared/agenda/exclusions/subjects.ts';
import { demandedLists } from '../run/run-plan.ts';
import { downloadsAllowed } from '../../../platform/desktop.ts';
import { useSession } from '../../../session/session.tsx';
import { countOf } from '../../../../shared/wording.ts';
import { Slot } from '../../../ui/slots.tsx';
import { DownloadsOff } from './downloads-off.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ListCard } from './list-card.tsx';
import { listFacts, type ListFacts } from './list-facts.ts';
import { useListImport } from './use-list-import.ts';
import styles from './lists.module.css';

/** Every list that comes as a file, with the version in force, the ones before it, and the way to bring in the next. */
export function ListsTab() {
  const { file, evaluation, asOf, knownAt } = useSession();
  const intake = useListImport();
  const [explaining, setExplaining] = useState(false);
  const [allowed, setAllowed] = useState(false);
  const demanded = useMemo(() => demandedLists(runSubjects(file, evaluation)), [file, evaluation]);
  const facts = useMemo(() => listFacts(file, demanded, asOf, knownAt ?? undefined), [file, demanded, asOf, knownAt]);
  const asked = facts.filter((each) => each.demanded);
  const others = facts.filter((each) => !each.demanded);

  useEffect(() => {
    let shown = true;
    void downloadsAllowed().then((answer) => {
      if (shown) setAllowed(answer.ok && answer.value.allowed);
    });
    return () => {
      shown = false;
    };
  }, []);

  const card = (each: ListFacts) => (
    <ListCard
      key={each.list}
      facts={each}
      onChoose={() => void intake.choose(each.list)}
      onDrop={(dropped) => void intake.drop(dropped, each.list)}
      {...(each.list === 'oig-leie' && { onDownload: () => (allowed ? void intake.download() : setExplaining(true)) })}
    />
  );
  return (
    <div className={styles.tab}>
      <h2 className="sr-only">Lists and their versions</h2>
      {asked.length > 0 && (
        <section aria-labelledby="lists-asked">
          <h3 id="lists-asked" className={styles.group}>Asked for by the rule packs in force</h3>
          {asked.map(card)}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="lists-also">
          <h3 id="lists-also" className={styles.group}>{asked.length > 0 ? 'Also possible' : 'No rule pack in force asks for a list that comes as a file. These are possible'}</h3>
          {others.map(card)}
        </section>
      )}
      <Slot name="footer">{`${asked.filter(({ inForce }) => inForce !== null).length} of ${countOf(asked.length, 'list')} asked for ${asked.length === 1 ? 'has' : 'have'} a file in force`}</Slot>
      <ImportDialog intake={intake} />
      <DownloadsOff opened={explaining} onClose={() => setExplaining(false)} />
    </div>
  );
}
