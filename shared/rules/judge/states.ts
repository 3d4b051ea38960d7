import { exclusionLists } from '../../model/exclusion.ts';
import type { LicenseKind } from '../../model/person.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Day } from '../../civil-date.ts';
import { outcomeOn, type Check, type Facts, type Item } from '../known.ts';
import { isValidNpi } from '../npi.ts';
import type { Why } from '../standing.ts';
import { worseOf, type Status } from '../status.ts';
import type { LicenceSpan } from '../subject.ts';
import { dateOf, dateOrNull, finiteOrNull, isNear, noCover, noIds, type Judged } from './judged.ts';

/** A named part with its verdict, as a standing combines it. */
export type NamedJudged = { readonly name: string | null; readonly judged: Judged };

type StateQuestion = { readonly facts: Facts; readonly after: number; readonly today: Day; readonly soonDays: number };

const state = (status: Status, why: () => Why, evidenceIds = noIds): Judged => ({
  status,
  missed: status === 'fail' || status === 'incomplete',
  dueOn: null,
  validThrough: null,
  cover: noCover,
  owedFrom: Infinity,
  evidenceIds,
  onFile: status !== 'not-yet-due',
  why,
});

const noSearches: readonly NamedJudged[] = [{ name: null, judged: state('not-yet-due', () => ({ code: 'checks', latestOn: null, lists: 0 })) }];

/** LA-EX-3: the latest search of any list confirmed is a fail; confirmed once and clear since, or undecided, is review (0.6.12, 0.6.28). */
export function notExcluded({ facts, after, today }: StateQuestion): readonly NamedJudged[] {
  const parts: NamedJudged[] = [];
  for (const list of exclusionLists) {
    const checks = facts.checks.get(list);
    if (checks === undefined) continue;
    let status = 'met' as Status;
    let latest: Check | null = null;
    let match: Check | null = null;
    for (const check of checks) {
      if (check.on > today || check.on <= after) continue;
      const outcome = outcomeOn(check, today);
      if (outcome === null || outcome === 'unable') continue;
      latest = check;
      if (outcome === 'clear') {
        if (status === 'fail') status = 'review';
        continue;
      }
      match = check;
      status = outcome === 'confirmed' ? 'fail' : worseOf(status, 'review');
    }
    if (latest === null) continue;
    const { on } = latest;
    const deciding = match ?? latest;
    const found = status;
    parts.push({
      name: list,
      judged: state(found, () => (
        found === 'fail' ? { code: 'adverse', on: dateOf(deciding.on), result: 'confirmed' }
          : found === 'review' ? { code: 'match', on: dateOf(deciding.on), list }
            : { code: 'checks', latestOn: dateOf(on), lists: 1 }), [deciding.id]),
    });
  }
  return parts.length > 0 ? parts : noSearches;
}

/** A state with what is missing for it, where a name does not say it. */
export type Kept = { readonly parts: readonly NamedJudged[]; readonly missing: readonly string[] };

/** What is on file is kept where every item of it has its paper. */
function kept(of: number, bare: readonly { readonly id: string }[], nothing: readonly NamedJudged[]): Kept {
  if (of === 0) return { parts: nothing, missing: noIds };
  const why = (): Why => ({ code: 'no-document', count: bare.length, of });
  if (bare.length === 0) return { parts: [{ name: null, judged: state('met', why) }], missing: noIds };
  return { parts: [{ name: null, judged: state('incomplete', why, bare.map(({ id }) => id)) }], missing: bare.map(({ id }) => `document:${id}`) };
}

/** LA-EX-4: each search has a document, or was made on a whole list whose version is recorded (0.6.33). */
export function checksKept({ facts, after, today }: StateQuestion): Kept {
  let made = 0;
  const bare: Check[] = [];
  for (const checks of facts.checks.values()) {
    for (const check of checks) {
      if (check.on > today || check.on <= after || outcomeOn(check, today) === null) continue;
      made += 1;
      if (!check.documented && !(check.source.method === 'whole-list' && check.source.listVersion !== undefined)) bare.push(check);
    }
  }
  return kept(made, bare.sort((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1)), noSearches);
}

const documentedKinds: readonly EvidenceKind[] = [
  'cpr-first-aid', 'crisis-intervention', 'continuing-education', 'basic-clinical-competency', 'ips-training', 'cips', 'peer-certification',
];

const nothingRecorded: readonly NamedJudged[] = [{ name: null, judged: state('not-yet-due', () => ({ code: 'no-document', count: 0, of: 0 })) }];

/** LA-DOC: every training and certification on record has its paper (rules 0.5). */
export function documentsKept({ facts, today }: StateQuestion): Kept {
  let recorded = 0;
  const bare: Item[] = [];
  for (const kind of documentedKinds) {
    for (const item of facts.items.get(kind) ?? []) {
      if ((item.date !== null && item.date > today) || item.source.result === 'fail' || item.source.result === 'waived') continue;
      recorded += 1;
      if (!item.documented) bare.push(item);
    }
  }
  return kept(recorded, bare, nothingRecorded);
}

const noIdentifier = state('not-yet-due', () => ({ code: 'identifier', value: null, valid: false }));

/** LA-NPI: a valid check digit is met, an invalid one review, a blank open without a date (rules 0.5). */
export function identifier(npi: string | undefined): Judged {
  const value = npi?.trim() ?? '';
  if (value === '') return noIdentifier;
  const valid = isValidNpi(value);
  return state(valid ? 'met' : 'review', () => ({ code: 'identifier', value, valid }));
}

/** LA-SCOPE: the latest end of each kind of licence; the worst kind shows (0.6.33). */
export function licences(held: readonly LicenceSpan[], hire: number, today: Day, soonDays: number): readonly NamedJudged[] {
  const byKind = new Map<LicenseKind, LicenceSpan[]>();
  for (const span of held) {
    if (span.from > today) continue;
    byKind.set(span.by, [...(byKind.get(span.by) ?? []), span]);
  }
  return [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, spans]) => {
    const through = Math.max(...spans.map((span) => span.to));
    const expired = through < today;
    return {
      name: kind,
      judged: {
        status: expired ? 'expired' : isNear(through, today, soonDays) ? 'expiring' : 'met',
        missed: expired, dueOn: finiteOrNull(through), validThrough: finiteOrNull(through),
        cover: spans.map((span) => ({ from: span.from, to: span.to, evidenceId: '' })),
        owedFrom: Math.max(hire, Math.min(...spans.map((span) => span.from))),
        evidenceIds: noIds, onFile: true,
        why: () => (expired
          ? { code: 'expired', on: dateOf(through), validThrough: dateOf(through), daysWithout: today - through }
          : { code: 'licence', kind, through: dateOrNull(through) }),
      },
    };
  });
}
