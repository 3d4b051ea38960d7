import { describe, expect, it } from 'vitest';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { statusFacts } from '../../../../shared/rules/status.ts';
import { agencyWith, asOf, blocksOf, day, demo, kept, packetOf, rowsOf, section } from './fixture.ts';

const review = (id: string, held: string, scores: string, over: Partial<Extract<AgencyRecord, { kind: 'fidelity-review' }>> = {}): AgencyRecord =>
  kept(id, held, {
    kind: 'fidelity-review' as const, teamId: 't', review: 'external' as const, heldFrom: day(held), heldTo: day(held), finalReceivedOn: day(held),
    scores: Array.from(scores, (score, index) => ({ item: index + 1, score: Number(score) })), ...over,
  });

describe('accreditation in the packet', () => {
  const records: readonly AgencyRecord[] = [
    kept('a', '2024-01-01', { kind: 'accreditation-application' as const, accreditor: 'carf' as const, appliedOn: day('2024-01-01'), feePaidOn: day('2026-04-01') }),
    kept('s', '2024-01-01', { kind: 'accreditation-survey' as const, accreditor: 'carf' as const, plannedOn: day('2026-06-15') }),
    kept('d', '2025-02-01', { kind: 'accreditation-decision' as const, accreditor: 'carf' as const, outcome: 'full' as const, term: 'Three-Year Accreditation', decidedOn: day('2025-02-01'), expiresOn: day('2028-02-28') }),
    kept('later', '2025-02-01', { kind: 'accreditation-decision' as const, accreditor: 'coa' as const, outcome: 'full' as const, decidedOn: day('2026-04-01') }),
    kept('task', '2025-02-01', { kind: 'accreditation-task' as const, accreditor: 'carf' as const, task: 'annual-conformance' as const, dueOn: day('2026-03-31') }),
    kept('past', '2025-02-01', { kind: 'accreditation-task' as const, accreditor: 'carf' as const, task: 'quality-improvement-plan' as const, dueOn: day('2026-03-30') }),
  ];
  const rows = rowsOf(section(packetOf(agencyWith(records)), 'accreditation'));

  it('leaves out what had not happened by the day: a fee paid and a decision made the day after', () => {
    expect(rows.some((row) => row.includes('1 Jan 2024 / CARF / Accreditation applied for | No payment of the fee recorded'))).toBe(true);
    expect(rows.some((row) => row.includes('/ COA /'))).toBe(false);
  });

  it('tells awards with their printed term, planned surveys, and tasks open on their last day and not done the day after', () => {
    expect(rows).toContain('1 Feb 2025 / CARF / Accredited | Three-Year Accreditation, through 28 Feb 2028');
    expect(rows).toContain('Survey / CARF / 15 Jun 2026 | in 76 days / planned');
    expect(rows).toContain('Annual conformance report / CARF / 31 Mar 2026 | today / open');
    expect(rows).toContain('Quality improvement plan / CARF / 30 Mar 2026 | 1 day ago / not done');
  });
});

describe('fidelity in the packet', () => {
  const low = `${'4'.repeat(22)}321`;
  const high = '5'.repeat(25);
  const records = [review('r1', '2024-06-10', low), review('r2', '2025-06-10', high), review('planned', '2025-07-01', '', { heldFrom: undefined, heldTo: undefined, finalReceivedOn: undefined, scores: undefined, plannedOn: day('2026-06-01') } as never)];

  it('prints totals, the items rated low, and the trend', () => {
    const made = section(packetOf(agencyWith(records)), 'fidelity');
    expect(rowsOf(made).some((row) => row.startsWith('10 Jun 2024 / External review / 94 of 125 | Fair fidelity / 23, 24, 25'))).toBe(true);
    expect(rowsOf(made).some((row) => row.startsWith('10 Jun 2025 / External review / 125 of 125 | Exemplary fidelity / none'))).toBe(true);
    expect(rowsOf(made).some((row) => row.startsWith('1 Jun 2026 | planned'))).toBe(true);
    expect(blocksOf(made, 'trend')[0]?.points.map((point) => point.total)).toEqual([94, 125]);
  });

  it('prints the names of items only once somebody has confirmed them', () => {
    const names = (file: ReturnType<typeof agencyWith>): readonly (string | null)[] => blocksOf(section(packetOf(file), 'fidelity'), 'scores')[0]?.rows.map((row) => row.name) ?? [];
    expect(names(agencyWith(records)).slice(0, 4)).toEqual(['Caseload size', 'Employment services staff', 'Vocational generalists', null]);
    const confirmed = kept('n', '2026-03-31', { kind: 'scale-names' as const, confirmedOn: asOf, source: 'the published form', names: [{ item: 7, name: 'Confirmed name' }] });
    expect(names(agencyWith([...records, confirmed]))[6]).toBe('Confirmed name');
    expect(names(agencyWith([...records, { ...confirmed, confirmedOn: day('2026-04-01') }]))[6]).toBeNull();
  });

  it('says of each line of a plan whether it is done, open, or past its day', () => {
    const plan = kept('plan', '2024-06-20', {
      kind: 'fidelity-plan' as const, teamId: 't', reviewId: 'r1', approvedOn: day('2024-07-01'), approvedBy: 'Gulf Plan',
      lines: [{ item: 23, action: 'First', dueOn: day('2024-07-10'), doneOn: day('2024-07-09') }, { action: 'Second', dueOn: asOf }, { action: 'Third', dueOn: day('2026-03-30') }],
    });
    const made = section(packetOf(agencyWith([...records, plan])), 'fidelity');
    expect(blocksOf(made, 'heading').map((block) => block.text)).toContain('Action plan after the review of 10 Jun 2024');
    expect(blocksOf(made, 'text').map((block) => block.text)).toContain('Approved 1 Jul 2024 by Gulf Plan.');
    const rows = rowsOf(made);
    expect(rows.some((row) => row.includes('First') && row.endsWith('9 Jul 2024'))).toBe(true);
    expect(rows.some((row) => row.includes('Second') && row.endsWith('open'))).toBe(true);
    expect(rows.some((row) => row.includes('Third') && row.endsWith('not done'))).toBe(true);
  });
});

describe('the packet of the demo agency', () => {
  const packet = packetOf(demo);

  it('has every section in order', () => {
    expect(packet.sections.map((each) => each.id)).toEqual(['accreditation', 'papers', 'fidelity', 'staffing', 'meetings', 'staff', 'coverage']);
  });

  it('tells every finding of the agency and its teams, worst first, each leading to a row that is printed', () => {
    const bad = evaluate(demo, { asOf, all: true }).standings.filter((each) => each.personId === undefined && each.vendorId === undefined && !statusFacts[each.status].compliant);
    expect(packet.findings.map((each) => each.to).sort()).toEqual(bad.map((each) => `duty:${each.teamId ?? 'agency'}/${each.requirement}`).sort());
    const places = new Set(packet.sections.flatMap((each) => blocksOf(each, 'table').flatMap((block) => block.rows.map((row) => row.place))));
    expect(packet.findings.filter((each) => !places.has(each.to))).toEqual([]);
    expect(packet.findings.map((each) => each.number)).toEqual(packet.findings.map((_, index) => index + 1));
  });

  it('counts on its cover the duties it judges', () => {
    const total = [...packet.front.tally.inOrder, ...packet.front.tally.withFinding].reduce((sum, each) => sum + each.count, 0);
    expect(total).toBe(packet.front.judged);
    expect(packet.front.tally.withFinding.reduce((sum, each) => sum + each.count, 0)).toBe(packet.findings.length);
  });

  it('shows in the staff matrix exactly the verdicts of those employed, site by site', () => {
    const made = section(packet, 'staff');
    const shown = blocksOf(made, 'marks').flatMap((block) => block.rows.flatMap((row) => row.cells)).filter((mark) => mark !== 'none');
    const employed = new Map(demo.people.flatMap((person) => person.employments.filter((each) => each.hiredOn !== undefined && each.hiredOn <= asOf && (each.endedOn === undefined || each.endedOn >= asOf)).map((each) => [`${person.id} ${each.id}`, true] as const)));
    const verdicts = evaluate(demo, { asOf, all: true }).standings.filter((each) => employed.has(`${each.personId ?? ''} ${each.employmentId ?? ''}`) && each.status !== 'not-applicable');
    expect([...shown].sort()).toEqual(verdicts.map((each) => each.status).sort());
    expect(blocksOf(made, 'heading').map((block) => block.text)).toEqual(demo.sites?.map((site) => site.name));
    for (const block of blocksOf(made, 'marks')) expect(block.rows.every((row) => row.cells.length === block.heads.length)).toBe(true);
  });

  it('shows two years of months, tinted where none was judged', () => {
    const blocks = blocksOf(section(packet, 'coverage'), 'marks');
    expect(blocks.map((block) => block.title)).toEqual(['Apr 2025 to Mar 2026', 'Apr 2024 to Mar 2025']);
    expect(blocks.every((block) => block.rows.every((row) => row.cells.length === 12))).toBe(true);
  });

  it('gives every judged period of every team one square', () => {
    const judged = evaluate(demo, { asOf, all: true }).standings.filter((each) => each.teamId !== undefined && each.periods !== undefined).flatMap((each) => each.periods ?? []);
    const squares = blocksOf(section(packet, 'meetings'), 'marks').flatMap((block) => block.rows.flatMap((row) => row.cells)).filter((mark) => mark !== 'outside');
    expect([...squares].sort()).toEqual(judged.map((each) => each.status).sort());
  });

  it('keeps the widths of every table to the measure', () => {
    for (const each of packet.sections) for (const block of blocksOf(each, 'table')) expect(block.columns.reduce((sum, column) => sum + column.width, 0)).toBe(492);
  });

  it('is the same for the same data, and another as soon as anything printed is', () => {
    expect(packetOf(demo)).toEqual(packet);
    expect(packetOf({ ...demo, agency: { ...demo.agency, name: 'Another' } }).facts.fingerprint).not.toBe(packet.facts.fingerprint);
  });

  it('knows nothing recorded later, where asked what was known', () => {
    const early = packetOf(demo, { knownAt: '2020-01-01' });
    expect(rowsOf(section(early, 'accreditation')).some((row) => row.includes('Survey held'))).toBe(false);
    expect(early.facts.knownAtWords).toBe('as known on 1 Jan 2020');
  });
});

it('prints an agency without teams, papers or people', () => {
  const packet = packetOf(agencyWith([], { teams: [], people: [] }));
  expect(blocksOf(section(packet, 'fidelity'), 'text')[0]?.text).toBe('The agency has no team.');
  expect(blocksOf(section(packet, 'staff'), 'text')[0]?.text).toBe('Nobody is employed on this day.');
});
