import { useMemo } from 'react';
import { personState } from '../../../shared/agenda/employment.ts';
import { statusFacts, statusFamilies, type StatusFamily } from '../../../shared/rules/status.ts';
import { useSession } from '../../session/session.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SplitBar } from '../../ui/progress-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { GlyphName } from '../../ui/glyph.tsx';
import styles from './today.module.css';

const looks: Readonly<Record<StatusFamily, { readonly glyph: GlyphName; readonly word: string }>> = {
  ok: { glyph: 'tick', word: 'met' },
  near: { glyph: 'clock', word: 'near' },
  open: { glyph: 'circle', word: 'open' },
  review: { glyph: 'question', word: 'review' },
  act: { glyph: 'triangle', word: 'missing' },
  finding: { glyph: 'dashed-square', word: 'findings' },
  fail: { glyph: 'octagon', word: 'fail' },
};

/** All verdicts on those employed, on the agency and its teams, by family, and how many are compliant. */
export function AgencyStanding() {
  const { file, evaluation, asOf, isNow } = useSession();
  const { counts, total, compliant, own } = useMemo(() => {
    const employed = new Set(file.people.filter((person) => personState(person, asOf) === 'employed').map((person) => person.id));
    const found = new Map<StatusFamily, number>();
    const duties = { all: 0, good: 0 };
    let all = 0;
    let good = 0;
    for (const { personId, vendorId, status } of evaluation.standings) {
      const { family, compliant: isGood } = statusFacts[status];
      if (family === null || vendorId !== undefined || (personId !== undefined && !employed.has(personId))) continue;
      if (personId === undefined) {
        duties.all += 1;
        if (isGood) duties.good += 1;
      }
      found.set(family, (found.get(family) ?? 0) + 1);
      all += 1;
      if (isGood) good += 1;
    }
    return { counts: found, total: all, compliant: good, own: duties };
  }, [file, evaluation, asOf]);
  const families = [...statusFamilies].reverse();
  return (
    <Panel title="Standing of the agency" aside={isNow ? 'as of today' : 'as of that day'}>
      <SplitBar label="Standings" parts={families.map((family) => ({ key: family, count: counts.get(family) ?? 0, label: looks[family].word, tone: family }))} />
      <ul className={styles.families}>
        {families.map((family) => (
          <li key={family}>
            <StatusMark family={family} glyph={looks[family].glyph} word={looks[family].word} text="" label=" " />
            <b>{counts.get(family) ?? 0}</b>
            <span className={styles.words}>{looks[family].word}</span>
          </li>
        ))}
      </ul>
      <p className={styles.fine}>
        {total === 0 ? 'Nothing is asked of anybody on this day.' : `${compliant} of ${total} standings compliant (${((100 * compliant) / total).toFixed(1)} %).`}
        {own.all > 0 && ` Of them the agency and its teams: ${own.good} of ${own.all}.`}
      </p>
    </Panel>
  );
}
