import type { AgencyFile } from '../agency-file/schema.ts';
import { fromDay, toDay, type CivilDate, type Day } from '../civil-date.ts';
import { defaultSoonDays } from '../model/agency.ts';
import { agencyStandings } from './agency/evaluate-agency.ts';
import { catalogueOf } from './effective.ts';
import { knownFacts, knownUntil, type Facts } from './known.ts';
import { toLapse, type Judgement } from './judge/combine.ts';
import { judgeRow, type Context } from './judge/judge.ts';
import { dateOrNull } from './judge/judged.ts';
import type { EffectiveRow } from './packs/row.ts';
import type { Account, Evaluation, InPeriod, Lapse, PartAccount, Period, Standing } from './standing.ts';
import { concerns, subjectsOf, teamPacks, vendorSubject, type Subject } from './subject.ts';

export type EvaluateOptions = {
  /** The day judged. */
  readonly asOf: CivilDate;
  /** Only what was recorded by then counts: an ISO instant, or a bare date meaning the end of that day in the agency's zone. */
  readonly knownAt?: string;
  /** With `from`, every standing adds `inPeriod` for the days `from` to `asOf`, both inclusive. */
  readonly from?: CivilDate;
  readonly personId?: string;
  /** Also answer `not-applicable` for requirements of the packs in force that do not concern the person. */
  readonly all?: boolean;
};

/**
 * Judges every person, employment and vendor of an agency, the agency itself and its teams as of a day, by the packs in force (rules 0.5, 0.6).
 * Pure: the same file and options give the same answer, whatever the order of the evidence.
 */
export function evaluate(file: AgencyFile, options: EvaluateOptions): Evaluation {
  const asOf = toDay(options.asOf);
  const known = knownFacts(file, options.knownAt);
  const catalogue = catalogueOf(file.agency, known.overrides);
  const packsOf = teamPacks(file.teams ?? []);
  const soonDays = file.agency.soonDays ?? defaultSoonDays;
  const recordsFrom = file.agency.recordsFrom === undefined ? null : toDay(file.agency.recordsFrom);
  const from = options.from === undefined ? null : toDay(options.from);
  const standings: Standing[] = [];

  const judge = (subject: Subject, factsOf: () => Facts): void => {
    const rows = catalogue.rowsFor({ packs: subject.packs, jurisdictions: subject.jurisdictions, on: subject.today, hire: subject.hire });
    const contextOf = (): Context => ({ subject, facts: factsOf(), soonDays, recordsFrom });
    const context = contextOf();
    for (const row of rows) {
      const judgement = concerns(row.applies, subject) ? judgeRow(row, context) : null;
      if (judgement !== null) standings.push(new JudgedStanding(row, contextOf, subject, judgement, from));
      else if (options.all === true && (subject.vendorId === null || row.applies.vendors === true)) standings.push(notApplicable(row, subject));
    }
  };

  for (const person of file.people) {
    if (options.personId !== undefined && person.id !== options.personId) continue;
    for (const subject of subjectsOf(person, packsOf, asOf)) judge(subject, () => known.ofPerson(person.id));
  }
  if (options.personId === undefined) {
    for (const vendor of file.vendors ?? []) judge(vendorSubject(vendor, asOf), () => known.ofVendor(vendor.id));
    const until = options.knownAt === undefined ? null : (knownUntil(options.knownAt, file.agency.timeZone) ?? Infinity);
    standings.push(...agencyStandings(file, { asOf: options.asOf, until, overrides: known.overrides, all: options.all === true }));
  }
  return { asOf: options.asOf, ...(options.knownAt === undefined ? {} : { knownAt: options.knownAt }), standings };
}

/**
 * A standing whose account is made when somebody asks for it: thousands are judged at once and a handful explained, and
 * judging one row again, from facts read again, is cheaper than keeping every sum and fact alive.
 */
class JudgedStanding implements Standing {
  declare readonly personId?: string;
  declare readonly vendorId?: string;
  declare readonly employmentId?: string;
  readonly requirement: string;
  readonly status: Standing['status'];
  readonly onTime: boolean | null;
  readonly validNow: boolean | null;
  readonly dueOn: CivilDate | null;
  readonly validThrough: CivilDate | null;
  declare readonly periods?: readonly Period[];
  declare readonly lapses?: readonly Lapse[];
  declare readonly missing?: readonly string[];
  declare readonly inPeriod?: InPeriod;
  readonly evidenceIds: readonly string[];
  readonly citations: Standing['citations'];
  readonly #row: EffectiveRow;
  readonly #contextOf: () => Context;
  #account: Account | null = null;

  constructor(row: EffectiveRow, contextOf: () => Context, subject: Subject, judgement: Judgement, from: Day | null) {
    const { periods, holes, missing } = judgement;
    if (subject.personId !== null) this.personId = subject.personId;
    if (subject.vendorId !== null) this.vendorId = subject.vendorId;
    if (subject.employmentId !== null) this.employmentId = subject.employmentId;
    this.requirement = row.id;
    this.status = judgement.status;
    this.onTime = judgement.onTime;
    this.validNow = judgement.validNow;
    this.dueOn = dateOrNull(judgement.dueOn);
    this.validThrough = dateOrNull(judgement.validThrough);
    if (periods.length > 0) this.periods = periods.map((period) => period.shown);
    if (holes.length > 0) this.lapses = holes.map(toLapse);
    if (missing.length > 0) this.missing = missing;
    if (from !== null) this.inPeriod = inPeriod(judgement, subject, from);
    this.evidenceIds = judgement.evidenceIds;
    this.citations = row.citations;
    this.#row = row;
    this.#contextOf = contextOf;
  }

  get account(): Account {
    this.#account ??= accountOf(this.#row, this.#contextOf());
    return this.#account;
  }
}

/** The lists a row demands searches of; custom rows say them in their window. */
const listsOf = (row: EffectiveRow): Pick<Account, 'lists'> =>
  row.window.kind === 'every-month' ? { lists: row.window.lists } : row.proof.by === 'checks' ? { lists: row.proof.lists } : {};

function accountOf(row: EffectiveRow, context: Context): Account {
  const judgement = judgeRow(row, context);
  if (judgement === null) throw new Error('a row that was judged can be judged again');
  const { anchor, window, notes } = judgement.told();
  return {
    rule: row.window,
    ...listsOf(row),
    anchor: { name: anchor.name, on: dateOrNull(anchor.on), planned: context.subject.planned },
    window: { from: dateOrNull(window.from), to: dateOrNull(window.to) },
    parts: judgement.parts.map(({ name, judged }): PartAccount => ({
      part: name,
      status: judged.status,
      why: judged.why(),
      cover: judged.cover.flatMap((span) => {
        const start = dateOrNull(span.from);
        return start === null ? [] : [{ from: start, to: dateOrNull(span.to), evidenceId: span.evidenceId }];
      }),
    })),
    overrides: row.overrides,
    notes,
  };
}

/** The part of an asked period that lies inside the employment: its days, the covered ones, the lapses (0.6.22). */
function inPeriod(judgement: Judgement, subject: Subject, from: Day): InPeriod {
  const first = Math.max(from, subject.hire ?? from);
  const last = subject.today;
  const lapses = judgement.holes
    .map((hole) => ({ from: Math.max(hole.from, first), to: hole.to }))
    .filter((hole) => hole.from <= Math.min(hole.to, last));
  const lapsed = lapses.reduce((sum, hole) => sum + Math.min(hole.to, last) - hole.from + 1, 0);
  const days = Math.max(0, last - first + 1);
  return { days, coveredDays: days - lapsed, lapses: lapses.map((hole) => toLapse({ from: hole.from, to: hole.to === Infinity ? Infinity : Math.min(hole.to, last) })) };
}

function notApplicable(row: EffectiveRow, subject: Subject): Standing {
  return {
    ...(subject.personId === null ? {} : { personId: subject.personId }),
    ...(subject.vendorId === null ? {} : { vendorId: subject.vendorId }),
    ...(subject.employmentId === null ? {} : { employmentId: subject.employmentId }),
    requirement: row.id, status: 'not-applicable', onTime: null, validNow: null, dueOn: null, validThrough: null,
    evidenceIds: [], citations: row.citations,
    account: { rule: row.window, ...listsOf(row), anchor: null, window: null, parts: [], overrides: row.overrides, notes: [] },
  };
}

/** The day a standing was judged on: as-of, or the last day worked where that is earlier. */
export const judgedOn = (asOf: CivilDate, endedOn: CivilDate | undefined): CivilDate => (endedOn !== undefined && endedOn < asOf ? endedOn : fromDay(toDay(asOf)));
