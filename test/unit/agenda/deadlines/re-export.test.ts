import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { endedDeadlines } from '../../../../shared/agenda/deadlines/ended.ts';
import { deadlinesOf } from '../../../../shared/agenda/deadlines/deadlines.ts';
import { deadlineWords } from '../../../../shared/agenda/deadlines/titles.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Evidence } from '../../../../shared/model/evidence.ts';
import { sequenceOf } from '../../../../shared/report/icalendar.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { day } from '../samples.ts';

const asOf = day('2026-03-19');
const people = ['p02', 'p03', 'p07', 'p14', 'p19', 'p21'];
const whole = demoAgency(asOf).file;
const start: AgencyFile = {
  ...whole,
  people: whole.people.filter((person) => people.includes(person.id)),
  evidence: whole.evidence.filter((item) => people.includes(item.personId)),
  exclusionChecks: (whole.exclusionChecks ?? []).filter((check) => check.personId === undefined || people.includes(check.personId)),
  decisions: (whole.decisions ?? []).filter((decision) => decision.personId === undefined || people.includes(decision.personId)),
};

type View = { readonly live: ReadonlyMap<string, { readonly on: string; readonly text: string; readonly sequence: number }>; readonly cancelled: ReadonlyMap<string, number>; readonly keys: number };

/** What a calendar made of a file would show, without what only tells when it was made. */
function viewOf(file: AgencyFile, on: CivilDate): View {
  const evaluation = evaluate(file, { asOf: on });
  const words = deadlineWords(file, on);
  const list = deadlinesOf(file, evaluation, words);
  return {
    keys: list.length,
    live: new Map(list.map((each) => [each.key, { on: each.on, text: `${each.on} ${each.subject.name} ${each.what} ${each.area}`, sequence: sequenceOf(each.changedAt) }])),
    cancelled: new Map(endedDeadlines(file, evaluation, words, list).map((each) => [each.key, sequenceOf(each.changedAt)])),
  };
}

type Step = (file: AgencyFile, at: string, id: string) => AgencyFile;

const logged = (file: AgencyFile, at: string, id: string, list: string, record: string): AgencyFile =>
  ({ ...file, audit: [...(file.audit ?? []), { id, at, what: 'changed', changes: [{ list, id: record, before: 'x', after: 'y' }] }] });

const pickFrom = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];

const dates = fc.integer({ min: -400, max: 900 }).map((days) => fromDay(plusDays(toDay(asOf), days)));
const past = fc.integer({ min: -390, max: 0 }).map((days) => fromDay(plusDays(toDay(asOf), days)));

const addEvidence: fc.Arbitrary<Step> = fc.tuple(fc.nat(), past, dates).map(([at, on, expires]): Step => (file, recordedAt, id) => {
  const like = pickFrom(file.evidence, at);
  if (like === undefined) return file;
  const { supersedes: _supersedes, retractedAt: _at, retractedReason: _reason, documents: _documents, expiresOn: _expires, issuedOn: _issued, resultOn: _result, ...rest } = like;
  const item: Evidence = { ...rest, id, performedOn: on, ...(like.expiresOn === undefined || expires < on ? {} : { expiresOn: expires }), recordedAt };
  return { ...file, evidence: [...file.evidence, item] };
});
const retractEvidence: fc.Arbitrary<Step> = fc.nat().map((at): Step => (file, retractedAt) => {
  const standing = file.evidence.filter((item) => item.retractedAt === undefined);
  const gone = pickFrom(standing, at);
  return { ...file, evidence: file.evidence.map((item) => (item === gone ? { ...item, retractedAt, retractedReason: 'wrong person' } : item)) };
});
const moveRecord: fc.Arbitrary<Step> = fc.tuple(fc.nat(), dates).map(([at, on]): Step => (file, recordedAt, id) => {
  const before = pickFrom((file.agencyRecords ?? []).filter((record) => ['credential', 'accreditation-task', 'accreditation-survey', 'accreditation-decision'].includes(record.kind)), at);
  if (before === undefined) return file;
  const { documents: _documents, ...rest } = before;
  const base = { ...rest, id, supersedes: before.id, recordedAt };
  const next: AgencyRecord =
    base.kind === 'credential' || base.kind === 'accreditation-decision' ? { ...base, expiresOn: on }
    : base.kind === 'accreditation-task' ? (on < asOf ? { ...base, doneOn: on } : { ...base, dueOn: on })
    : base.kind === 'accreditation-survey' ? { ...base, plannedOn: on } : base;
  return { ...file, agencyRecords: [...(file.agencyRecords ?? []), next] };
});
const retractRecord: fc.Arbitrary<Step> = fc.nat().map((at): Step => (file, retractedAt) => {
  const gone = pickFrom((file.agencyRecords ?? []).filter((record) => record.retractedAt === undefined), at);
  return { ...file, agencyRecords: (file.agencyRecords ?? []).map((record) => (record === gone ? { ...record, retractedAt, retractedReason: 'not ours' } : record)) };
});
const leave: fc.Arbitrary<Step> = fc.tuple(fc.nat(), past).map(([at, on]): Step => (file, recordedAt, id) => {
  const person = pickFrom(file.people, at);
  if (person === undefined) return file;
  const employments = person.employments.map((each) => (each.endedOn === undefined && each.hiredOn !== undefined && each.hiredOn <= on ? { ...each, endedOn: on } : each));
  return logged({ ...file, people: file.people.map((each) => (each === person ? { ...each, employments } : each)) }, recordedAt, id, 'people', person.id);
});
const hireMoved: fc.Arbitrary<Step> = fc.tuple(fc.nat(), past).map(([at, on]): Step => (file, recordedAt, id) => {
  const person = pickFrom(file.people, at);
  if (person === undefined) return file;
  const employments = person.employments.map((each) => (each.hiredOn === undefined || (each.endedOn ?? '9999') < on ? each : { ...each, hiredOn: on }));
  return logged({ ...file, people: file.people.map((each) => (each === person ? { ...each, employments } : each)) }, recordedAt, id, 'people', person.id);
});
const switchOff: fc.Arbitrary<Step> = fc.constantFrom('la.cpr', 'la.crisis', 'la.ce', 'la.cips', 'nc.10h').map((requirement): Step => (file, recordedAt) => ({
  ...file, agency: { ...file.agency, overrides: [...(file.agency.overrides ?? []), { requirement, set: { enabled: false }, reason: 'not asked of us', recordedAt }] },
}));
const searched: fc.Arbitrary<Step> = fc.tuple(fc.nat(), past).map(([at, on]): Step => (file, recordedAt, id) => {
  const like = pickFrom(file.exclusionChecks ?? [], at);
  return like === undefined ? file : { ...file, exclusionChecks: [...(file.exclusionChecks ?? []), { ...like, id, checkedOn: on, outcome: 'clear', recordedAt }] };
});
const teamClosed: fc.Arbitrary<Step> = fc.tuple(fc.nat(), past).map(([at, on]): Step => (file, recordedAt, id) => {
  const team = pickFrom(file.teams ?? [], at);
  if (team === undefined) return file;
  return logged({ ...file, teams: (file.teams ?? []).map((each) => (each === team ? { ...each, closedOn: on } : each)) }, recordedAt, id, 'teams', team.id);
});

const steps = fc.array(fc.oneof(addEvidence, retractEvidence, moveRecord, retractRecord, leave, hireMoved, switchOff, searched, teamClosed), { minLength: 1, maxLength: 3 });

describe('a calendar made again after changes', () => {
  it('keeps its keys, raises the sequence of what changed, lowers none, and cancels what is gone', { timeout: 120_000 }, () => {
    const before = viewOf(start, asOf);
    expect(before.live.size).toBe(before.keys);
    fc.assert(fc.property(steps, (changes) => {
      let file = start;
      for (const [index, step] of changes.entries()) file = step(file, `2026-03-19T15:00:0${index}Z`, `new-${index}`);
      const after = viewOf(file, asOf);
      expect(after.live.size).toBe(after.keys);
      for (const [key, was] of before.live) {
        const is = after.live.get(key);
        if (is === undefined) {
          expect(after.cancelled.get(key) ?? -1, `${key} is cancelled`).toBeGreaterThan(was.sequence);
          continue;
        }
        expect(is.sequence, key).toBeGreaterThanOrEqual(was.sequence);
        if (is.text !== was.text) expect(is.sequence, `${was.text} became ${is.text}`).toBeGreaterThan(was.sequence);
      }
      for (const key of after.live.keys()) expect(after.cancelled.has(key)).toBe(false);
    }), { numRuns: 30 });
  });
});
