import { toDay, type CivilDate } from '../../civil-date.ts';
import type { FidelityReview } from '../../model/agency-records/agency-record.ts';
import { dateOrNull, externalReviews, lowItemsOf, reviewFacts, selfEvaluation, totalOf, type ReviewFacts } from '../../rules/agency/fidelity/review-facts.ts';
import { bandOf, bands, confirmedName, itemName, scaleItems, scaleNamesOf } from '../../rules/agency/fidelity/scale.ts';
import { countOf, dateWords } from '../../wording.ts';
import { byText } from '../by-text.ts';
import { ahead, bold, cell, day, dutiesOf, dutyTable, happened, heading, quiet, row, teamTitle } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { PacketBlock, PacketRow, PacketSection } from './model.ts';

type Seen = { readonly record: FidelityReview; readonly facts: ReviewFacts; readonly on: CivilDate | null };

/** The reviews of a team as known on the day, oldest first; those only planned last. */
function reviewsOf({ records, asOf }: PacketContext, teamId: string): readonly Seen[] {
  const own = records.of('fidelity-review').filter((review) => review.teamId === teamId);
  const byId = new Map(own.map((review) => [review.id, review]));
  const first = selfEvaluation(own, toDay(asOf));
  const evaluations = own.filter((review) => review.review === 'self-evaluation').map((review) => reviewFacts(review, toDay(asOf)));
  const external = externalReviews(own, toDay(asOf));
  return [...evaluations, ...external].flatMap((facts): readonly Seen[] => {
    const record = byId.get(facts.id);
    const on = dateOrNull(facts.visitedOn ?? facts.submittedOn ?? facts.clockOn);
    // A self-evaluation has a score without any report: it is the agency's own.
    const shown = first !== null && facts.id === first.id ? { ...facts, total: first.total } : facts;
    return record === undefined ? [] : [{ record, facts: shown, on }];
  }).sort((a, b) => byText(a.on ?? '9999', b.on ?? '9999'));
}

const stageWords = { undated: 'no day recorded', planned: 'planned', visited: 'report awaited', drafted: 'draft report', final: 'final report' } as const;

function reviewRow({ record, facts, on }: Seen, asOf: CivilDate): PacketRow {
  const band = facts.total === null ? null : bandOf(facts.total);
  const low = facts.lowItems ?? (record.review === 'self-evaluation' && on !== null && record.scores !== undefined ? lowItemsOf(record.scores) : null);
  const planned = record.plannedOn === undefined ? '–' : dateWords(record.plannedOn);
  return row(
    cell(on === null ? planned : dateWords(on), quiet(on === null ? 'planned' : '')),
    cell(bold(record.review === 'external' ? 'External review' : 'Self-evaluation'), quiet(record.reviewer ?? '')),
    cell(facts.total === null ? '–' : bold(`${facts.total} of 125`), quiet(band?.title ?? '')),
    cell(low === null ? '–' : low.length === 0 ? 'none' : low.join(', ')),
    cell(day(happened(record.draftReceivedOn, asOf))),
    cell(day(happened(record.finalReceivedOn, asOf)), quiet(record.review === 'external' ? stageWords[facts.stage] : '')),
  );
}

/** As many reviews as stand side by side; the latest count. */
const reviewsShown = 8;

function itemBlocks(context: PacketContext, seen: readonly Seen[]): readonly PacketBlock[] {
  const names = scaleNamesOf(context.records, context.asOf);
  const rated = seen.filter(({ record, on }) => on !== null && (record.scores ?? []).length > 0).slice(-reviewsShown);
  if (rated.length === 0) return [];
  const scores = rated.map(({ record }) => new Map((record.scores ?? []).map(({ item, score }) => [item, score])));
  const unnamed = scaleItems.filter((item) => confirmedName(item, names) === null).length;
  return [
    heading('Items', 2),
    {
      kind: 'scores', heads: rated.map(({ on }) => (on === null ? '' : dateWords(on))), totals: rated.map(({ record }) => totalOf(record)),
      rows: scaleItems.map((item) => ({ item, name: confirmedName(item, names), scores: scores.map((each) => each.get(item) ?? null) })),
    },
    { kind: 'text', quiet: true, text: `Each item is rated 1 to 5; ratings of 1 to 3 are set in a box.${unnamed === 0 ? '' : ` The names of ${countOf(unnamed, 'item')} wait until the agency has compared them with the published scale.`}` },
  ];
}

function planBlocks(context: PacketContext, teamId: string, seen: readonly Seen[]): readonly PacketBlock[] {
  const { records, asOf } = context;
  const names = scaleNamesOf(records, asOf);
  const plans = records.of('fidelity-plan').filter((plan) => plan.teamId === teamId);
  return plans.flatMap((plan): readonly PacketBlock[] => {
    const review = plan.reviewId === undefined ? undefined : seen.find(({ record }) => records.rootOf(record.id) === records.rootOf(plan.reviewId ?? ''));
    const of = review?.on == null ? 'Action plan' : `Action plan after the review of ${dateWords(review.on)}`;
    const dates = [
      ['submitted', happened(plan.submittedOn, asOf)], ['approved', happened(plan.approvedOn, asOf)], ['in place', happened(plan.implementedOn, asOf)],
    ].flatMap(([label, date]) => (date === null || date === undefined ? [] : [`${label ?? ''} ${dateWords(date as CivilDate)}${label === 'approved' && plan.approvedBy !== undefined ? ` by ${plan.approvedBy}` : ''}`]));
    const rows = plan.lines.map((line): PacketRow => {
      const done = happened(line.doneOn, asOf);
      return row(
        cell(line.item === undefined ? '–' : itemName(line.item, names), quiet(line.finding ?? '')),
        cell(line.action, quiet(line.evidence === undefined ? '' : `Evidence: ${line.evidence}`)),
        cell(line.owner ?? '–'),
        line.dueOn === undefined ? cell('–') : done === null ? ahead(line.dueOn, asOf) : cell(dateWords(line.dueOn)),
        cell(done === null ? { text: line.dueOn !== undefined && line.dueOn < asOf ? 'not done' : 'open', tone: line.dueOn !== undefined && line.dueOn < asOf ? 'alarm' : 'plain' } : dateWords(done)),
      );
    });
    return [
      heading(of, 2),
      { kind: 'text', quiet: false, text: dates.length === 0 ? 'No day of submission, approval or completion is recorded.' : `${dates.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.` },
      { kind: 'table', columns: [{ head: 'ITEM', width: 128 }, { head: 'ACTION', width: 174 }, { head: 'OWNER', width: 64 }, { head: 'DUE', width: 68 }, { head: 'DONE', width: 58 }], rows, empty: 'The plan has no line yet.' },
    ];
  });
}

function restBlocks(context: PacketContext, teamId: string): readonly PacketBlock[] {
  const { records, asOf } = context;
  const mine = <Kept extends { readonly teamId: string }>(kept: readonly Kept[]): readonly Kept[] => kept.filter((record) => record.teamId === teamId);
  const lines = [
    ...mine(records.of('fidelity-contest')).filter((each) => each.sentOn <= asOf).map((each) => `${dateWords(each.sentOn)}: data sent to contest ${each.items.length === 1 ? 'item' : 'items'} ${each.items.join(', ')}.`),
    ...mine(records.of('fidelity-grant')).filter((each) => each.grantedOn <= asOf).map((each) => `${dateWords(each.grantedOn)}: an interval of ${countOf(each.months, 'month')} granted by ${each.by}.`),
    ...mine(records.of('technical-assistance')).filter((each) => each.setOn <= asOf).map((each) => `${dateWords(each.setOn)}: ${countOf(each.hours, 'hour')} of technical assistance set${each.received === undefined ? '' : `, ${countOf(each.received, 'hour')} received so far, attested`}.`),
  ];
  return lines.length === 0 ? [] : [heading('Contests, grants and technical assistance', 2), ...lines.map((text): PacketBlock => ({ kind: 'text', text, quiet: false }))];
}

function teamBlocks(context: PacketContext, teamId: string): readonly PacketBlock[] {
  const seen = reviewsOf(context, teamId);
  const rated = seen.flatMap(({ facts, on }) => (on === null || facts.total === null ? [] : [{ words: dateWords(on), total: facts.total }]));
  return [
    dutyTable(context, dutiesOf(context, 'fidelity', teamId), 'No clock of the fidelity cycle runs for this team.'),
    heading('Reviews', 2),
    {
      kind: 'table', empty: 'No review is recorded.', rows: seen.map((each) => reviewRow(each, context.asOf)),
      columns: [{ head: 'HELD', width: 74 }, { head: 'KIND, REVIEWER', width: 122 }, { head: 'TOTAL', width: 92 }, { head: 'ITEMS RATED 1 TO 3', width: 78 }, { head: 'DRAFT', width: 60 }, { head: 'FINAL', width: 66 }],
    },
    ...(rated.length < 2 ? [] : [{ kind: 'trend' as const, points: rated.slice(-12), lines: bands.slice(0, 3).map((band) => ({ at: band.from, words: `${band.from}: ${band.title.toLowerCase()}` })) }]),
    ...itemBlocks(context, seen),
    ...planBlocks(context, teamId, seen),
    ...restBlocks(context, teamId),
  ];
}

/** Fidelity: for each team its clocks, its reviews with trend and items, its plans. */
export function fidelitySection(context: PacketContext): PacketSection {
  return {
    id: 'fidelity', title: 'Fidelity to the IPS model', lead: 'Every team is reviewed on its own with the 25 items of the scale. Totals run from 25 to 125.',
    blocks: context.teams.length === 0
      ? [{ kind: 'text', text: 'The agency has no team.', quiet: false }]
      : context.teams.flatMap((team) => [heading(teamTitle(context, team.id), 1, `fidelity/${team.id}`), ...teamBlocks(context, team.id)]),
  };
}
