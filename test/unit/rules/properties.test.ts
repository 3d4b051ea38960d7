import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate, fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';
import { evidenceKinds, evidenceResults, partsByKind, type Evidence, type EvidenceKind } from '../../../shared/model/evidence.ts';
import { exclusionLists, type ExclusionCheck } from '../../../shared/model/exclusion.ts';
import { roles, type Employment } from '../../../shared/model/person.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import type { Status } from '../../../shared/rules/status.ts';
import { agencyOf } from './support.ts';

const start = toDay(civilDate('2024-01-01'));
const anyDate = fc.integer({ min: 0, max: 1100 }).map((days): CivilDate => fromDay(plusDays(start, days)));
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined, freq: 3 });
/** Drops keys that are undefined, as the strict schema demands. */
const tidy = <Shape extends object>(shape: { [Key in keyof Shape]: Shape[Key] | undefined }): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;

const evidence: fc.Arbitrary<Omit<Evidence, 'id'>> = fc
  .record({
    kind: fc.constantFrom(...evidenceKinds), performedOn: maybe(anyDate), resultOn: maybe(anyDate), requestedOn: maybe(anyDate), expiresOn: maybe(anyDate),
    result: maybe(fc.constantFrom(...evidenceResults)), hours: maybe(fc.constantFrom(0.1, 2.5, 10)), months: maybe(fc.integer({ min: 1, max: 40 })),
    issuer: maybe(fc.constantFrom('AHA', 'Other')), approvingBody: maybe(fc.constant('NASW')), recordedOn: anyDate, documented: fc.boolean(), partsMask: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ recordedOn, documented, partsMask, ...fields }) => {
    const parts = (partsByKind as Partial<Record<EvidenceKind, readonly string[]>>)[fields.kind]?.filter((_part, index) => (partsMask & (1 << index)) !== 0);
    return tidy<Omit<Evidence, 'id'>>({ personId: 'p', ...fields, parts, documents: documented ? [{ id: 'd' }] : undefined, recordedAt: `${recordedOn}T12:00:00Z` });
  });

const check: fc.Arbitrary<Omit<ExclusionCheck, 'id'>> = fc.record({
  personId: fc.constant('p'), list: fc.constantFrom(...exclusionLists), checkedOn: anyDate, method: fc.constant('website' as const),
  outcome: fc.constantFrom('clear' as const, 'clear' as const, 'possible' as const, 'confirmed' as const, 'unable' as const), recordedAt: anyDate.map((date) => `${date}T12:00:00Z`),
});

const employment: fc.Arbitrary<Employment> = fc
  .record({ hired: anyDate, planned: fc.boolean(), service: maybe(fc.integer({ min: -10, max: 60 })), lasts: maybe(fc.integer({ min: 0, max: 700 })), directCare: fc.boolean(), role: fc.constantFrom(...roles), second: maybe(fc.constantFrom(...roles)) })
  .map(({ hired, planned, service, lasts, directCare, role, second }) => {
    const after = (days: number): CivilDate => fromDay(plusDays(toDay(hired), days));
    return tidy<Employment>({
      id: 'e', kind: 'employee', hiredOn: planned ? undefined : hired, plannedHireOn: planned ? hired : undefined, firstServiceOn: service === undefined ? undefined : after(service),
      endedOn: lasts === undefined || planned ? undefined : after(lasts), directCare, roles: [{ role, from: hired }, ...(second === undefined ? [] : [{ role: second, from: hired }])],
    });
  });

const world: fc.Arbitrary<AgencyFile> = fc
  .record({ employment, evidence: fc.array(evidence, { maxLength: 25 }), checks: fc.array(check, { maxLength: 25 }), supersede: fc.boolean() })
  .map(({ employment: one, evidence: items, checks, supersede }) => {
    const withIds = items.map((item, index): Evidence => ({ id: `e${String(index)}`, ...item }));
    const [first] = withIds;
    const correction: Evidence[] = supersede && first !== undefined ? [{ ...first, id: 'correction', supersedes: first.id, recordedAt: '2025-06-01T00:00:00Z' }] : [];
    return agencyOf({
      employments: [one], evidence: [...withIds, ...correction], checks: checks.map((each, index) => ({ id: `x${String(index)}`, ...each })),
      agency: { packs: ['la-medicaid', 'la-amerihealth', 'nc-state-funded', 'personnel-file'] },
    });
  });

const reversed = (file: AgencyFile): AgencyFile => ({ ...file, evidence: [...file.evidence].reverse(), exclusionChecks: [...(file.exclusionChecks ?? [])].reverse() });

/** How good a verdict is, for "never worse": what is held, then what is open or undecided, then what is wrong. */
const goodness: Readonly<Record<Status, number>> = {
  met: 5, expiring: 5, exempt: 5, late: 3, review: 3, 'not-yet-due': 4, 'due-soon': 4, incomplete: 2, overdue: 1, expired: 1, gap: 0, stale: 0, fail: 0, 'not-applicable': 5,
};

describe('the evaluator', () => {
  test('never throws, explains every verdict, and its answers agree with each other', () => {
    fc.assert(fc.property(world, anyDate, (file, asOf) => {
      const evaluation = evaluate(file, { asOf, from: civilDate('2024-06-01'), all: true });
      const explain = explainer(file, evaluation);
      const known = new Set([...file.evidence.map((item) => item.id), ...(file.exclusionChecks ?? []).map((each) => each.id)]);
      for (const standing of evaluation.standings) {
        expect(explain(standing).reason).toMatch(/^[A-Z0-9].*\.$/s);
        for (const id of standing.evidenceIds) expect(known).toContain(id);
        if (['not-yet-due', 'due-soon', 'review', 'exempt'].includes(standing.status)) expect(standing.onTime).toBeNull();
        if (['fail', 'stale', 'gap'].includes(standing.status)) expect(standing.onTime).toBe(false);
        if (standing.status === 'fail') expect(standing.dueOn).toBeNull();
        if (standing.status === 'expired') expect(standing.dueOn === null || standing.dueOn < asOf).toBe(true);
        for (const lapse of standing.lapses ?? []) expect(lapse.to === null || lapse.from <= lapse.to).toBe(true);
        const { days, coveredDays } = standing.inPeriod ?? { days: 0, coveredDays: 0 };
        expect(coveredDays).toBeGreaterThanOrEqual(0);
        expect(coveredDays).toBeLessThanOrEqual(days);
      }
    }), { numRuns: 300 });
  });

  test('does not depend on the order of the input', () => {
    fc.assert(fc.property(world, anyDate, (file, asOf) => {
      expect(evaluate(reversed(file), { asOf })).toEqual(evaluate(file, { asOf }));
    }), { numRuns: 300 });
  });

  test('with known-at fixed, later recordings change nothing', () => {
    fc.assert(fc.property(world, fc.array(evidence, { maxLength: 8 }), fc.array(check, { maxLength: 8 }), anyDate, anyDate, (file, more, moreChecks, asOf, knownAt) => {
      const later: AgencyFile = {
        ...file,
        evidence: [...file.evidence, ...more.map((item, index): Evidence => ({ ...item, id: `later${String(index)}`, recordedAt: '2030-01-01T00:00:00Z' }))],
        exclusionChecks: [...(file.exclusionChecks ?? []), ...moreChecks.map((each, index): ExclusionCheck => ({ ...each, id: `laterx${String(index)}`, recordedAt: '2030-01-01T00:00:00Z' }))],
      };
      expect(evaluate(later, { asOf, knownAt })).toEqual(evaluate(file, { asOf, knownAt }));
    }), { numRuns: 300 });
  });

  test('what lies after the day judged changes nothing', () => {
    fc.assert(fc.property(world, anyDate, (file, asOf) => {
      const past: AgencyFile = {
        ...file,
        evidence: file.evidence.filter((item) => [item.performedOn, item.resultOn].every((date) => date === undefined || date <= asOf) || item.supersedes !== undefined || item.id === 'e0'),
        exclusionChecks: (file.exclusionChecks ?? []).filter((each) => each.checkedOn <= asOf),
      };
      const statuses = (judged: AgencyFile): readonly [string, Status][] => evaluate(judged, { asOf }).standings
        .filter((each) => each.requirement !== 'nc.pub-bgc').map((each) => [each.requirement, each.status]);
      expect(statuses(past)).toEqual(statuses(file));
    }), { numRuns: 200 });
  });

  test('adding acceptable evidence never makes a standing worse', () => {
    const acceptable = evidence.filter((item) => item.performedOn !== undefined && item.result !== 'fail' && item.result !== 'positive' && item.result !== 'waived')
      .map((item) => ({ ...item, documents: [{ id: 'd' }], issuer: 'AHA', result: 'pass' as const, resultOn: item.performedOn ?? item.resultOn, approvingBody: 'NASW' }));
    fc.assert(fc.property(world, acceptable, anyDate, (file, extra, asOf) => {
      const more: AgencyFile = { ...file, evidence: [...file.evidence, tidy<Evidence>({ ...extra, id: 'extra' })] };
      const before = new Map(evaluate(file, { asOf }).standings.map((each): [string, Standing] => [each.requirement, each]));
      for (const after of evaluate(more, { asOf }).standings) {
        const was = before.get(after.requirement);
        if (was === undefined) continue;
        expect(goodness[after.status], `${after.requirement}: ${was.status} became ${after.status}`).toBeGreaterThanOrEqual(Math.min(goodness[was.status], worstCase(was.status)));
      }
    }), { numRuns: 500 });
  });
});

/** Something on file moves a standing on from "nothing yet" to what the item is: late, stale or undecided are not worse than absent. */
const worstCase = (was: Status): number => (['not-yet-due', 'due-soon', 'overdue', 'incomplete'].includes(was) ? 0 : was === 'review' || was === 'late' ? 3 : 5);
