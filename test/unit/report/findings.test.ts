import { describe, expect, it } from 'vitest';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { agencyOf, infoOf, modelOf, standingOf } from './fixture.ts';
import type { Status } from '../../../shared/rules/status.ts';

const chapterOf = (...args: Parameters<typeof modelOf>) => required(modelOf(...args).chapters[0], 'one person');

describe('findings', () => {
  it('are numbered worst first, then in the order of the checklist', () => {
    const statuses: readonly Status[] = ['late', 'met', 'review', 'fail', 'gap', 'stale', 'late', 'due-soon', 'overdue', 'incomplete', 'expired', 'exempt', 'expiring', 'not-yet-due'];
    const infos = statuses.map((_, index) => infoOf(`la.r${index}`, 'C', index));
    const chapter = chapterOf(agencyOf(), infos, statuses.map((status, index) => standingOf(`la.r${index}`, status)));
    expect(chapter.findings.map((finding) => `${finding.number} ${finding.status} ${finding.row}`)).toEqual([
      '1 fail 4', '2 stale 6', '3 gap 5', '4 expired 11', '5 incomplete 10', '6 overdue 9', '7 review 3', '8 late 1', '9 late 7',
    ]);
    expect(chapter.findings.filter((finding) => finding.lasting).map((finding) => finding.status)).toEqual(['stale', 'gap', 'late', 'late']);
    expect(chapter.tally.withFinding.reduce((sum, each) => sum + each.count, 0)).toBe(9);
    expect(chapter.tally.inOrder.map((each) => each.status)).toEqual(['met', 'exempt', 'expiring', 'due-soon', 'not-yet-due']);
    expect(chapter.checklist[0]?.tabs[0]?.rows.map((row) => row.finding)).toEqual([8, null, 7, 1, 3, 2, 9, null, 6, 5, 4, null, null, null]);
  });

  it('say what was done about them, when and by whom, as far as it is known', () => {
    const file = agencyOf({ acknowledgements: [
      { requirement: 'la.a', personId: 'p1', period: '2025-06', note: 'Procedure changed.', recordedAt: '2025-07-01T10:00:00Z', recordedBy: 'José Muñoz-Peña' },
      { requirement: 'la.a', personId: 'p1', note: 'Later note', recordedAt: '2026-03-01T10:00:00Z' },
      { requirement: 'la.a', personId: 'p2', note: 'About another person', recordedAt: '2025-03-01T10:00:00Z' },
    ] });
    const rows = [[infoOf('la.a', 'C')], [standingOf('la.a', 'gap')]] as const;
    expect(chapterOf(file, ...rows).findings[0]?.action).toBe('Jun 2025: Procedure changed, 1 Jul 2025. José Muñoz-Peña. Later note, 1 Mar 2026.');
    expect(chapterOf(file, ...rows, { knownAt: '2025-12-31' }).findings[0]?.action).toBe('Jun 2025: Procedure changed, 1 Jul 2025. José Muñoz-Peña.');
    expect(chapterOf(agencyOf(), ...rows).findings[0]?.action).toBe('None recorded.');
  });

  it('count lapses in days, both ends included, oldest first', () => {
    const chapter = chapterOf(agencyOf(), [infoOf('la.a', 'C', 1), infoOf('la.b', 'C', 2)], [
      standingOf('la.a', 'expired', { lapses: [{ from: civilDate('2026-03-28'), to: null }] }),
      standingOf('la.b', 'late', { lapses: [{ from: civilDate('2025-07-01'), to: civilDate('2025-07-21') }] }),
    ]);
    expect(chapter.lapses.map((lapse) => [lapse.shownId, lapse.days, lapse.endedBy])).toEqual([['LA-B', 21, 'Cover from the next day'], ['LA-A', 4, 'Open on 31 Mar 2026']]);
  });
});
