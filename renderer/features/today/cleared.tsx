import { useMemo } from 'react';
import { clearancesOf, clearanceWords, type ClearanceVerdict } from '../../../shared/agenda/clearances.ts';
import { employmentOn, employmentState } from '../../../shared/agenda/employment.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import type { Clearance } from '../../../shared/rules/requirement.ts';
import { useSession } from '../../session/session.tsx';
import { pathOf } from '../../ui/navigate.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './today.module.css';

type Who = { readonly id: string; readonly name: string; readonly verdict: ClearanceVerdict };

const kinds: readonly Clearance[] = ['hire', 'serve', 'crisis'];
/** So many names, then a number: the matrix has the rest. */
const shown = 6;

/** HR's daily question for everybody at once, and by name who is not cleared. Being hired is asked of those who are about to be. */
export function Cleared() {
  const { file, asOf, requirements, explain, standingsOf } = useSession();
  const answers = useMemo(() => {
    const lists = new Map<Clearance, Who[]>(kinds.map((kind) => [kind, []]));
    for (const person of file.people) {
      const employment = employmentOn(person, asOf);
      const state = employment === null ? 'none' : employmentState(employment, asOf);
      if (employment === null || (state !== 'employed' && state !== 'candidate')) continue;
      for (const answer of clearancesOf(person, employment, standingsOf(person.id), requirements, explain, asOf)) {
        if (answer.verdict === 'not-applicable' || (answer.kind === 'hire' && state !== 'candidate')) continue;
        lists.get(answer.kind)?.push({ id: person.id, name: fullName(shownName(person)), verdict: answer.verdict });
      }
    }
    return lists;
  }, [file, asOf, requirements, explain, standingsOf]);
  return (
    <Panel title="Cleared?">
      <ul className={styles.cleared}>
        {kinds.map((kind) => (
          <Answer key={kind} kind={kind} people={answers.get(kind) ?? []} />
        ))}
      </ul>
    </Panel>
  );
}

function Answer({ kind, people }: { readonly kind: Clearance; readonly people: readonly Who[] }) {
  const of = (verdict: ClearanceVerdict): readonly Who[] => people.filter((each) => each.verdict === verdict);
  const held = [...of('no'), ...of('decide')];
  const counts = [
    { family: 'ok', glyph: 'tick', word: 'yes', count: of('yes').length },
    { family: 'open', glyph: 'circle', word: 'not yet', count: of('not-yet').length },
    { family: 'review', glyph: 'question', word: 'to decide', count: of('decide').length },
    { family: 'act', glyph: 'slash', word: 'no', count: of('no').length },
  ] as const;
  return (
    <li>
      <div className={styles.clearedHead}>
        <span>{clearanceWords[kind]}</span>
        <span>
          {people.length === 0 && <span className={styles.fine}>{kind === 'hire' ? 'no candidates' : 'concerns nobody'}</span>}
          {counts.filter((each) => each.count > 0).map(({ count, ...look }) => (
            <StatusMark key={look.word} {...look} text={`${count} ${look.word}`} label={`${count} ${look.word}`} />
          ))}
        </span>
      </div>
      {held.length > 0 && (
        <p className={styles.names}>
          {held.slice(0, shown).map((who, index) => (
            <span key={who.id}>
              {index > 0 && ', '}
              <a href={`#${pathOf('people', who.id)}`}>{who.name}</a>
            </span>
          ))}
          {held.length > shown && ` and ${held.length - shown} more`}
        </p>
      )}
    </li>
  );
}
