import { exclusionLists } from '../../model/exclusion.ts';
import type { License, LicenseKind } from '../../model/person.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import { toDay, type Day } from '../../civil-date.ts';
import { outcomeOn, type Facts } from '../known.ts';
import { isValidNpi } from '../npi.ts';
import type { Why } from '../standing.ts';
import { worseOf, type Status } from '../status.ts';
import { dateOrNull, finiteOrNull, isNear, type Judged } from './judged.ts';

/** A named part with its verdict, as a standing combines it. */
export type NamedJudged = { readonly name: string | null; readonly judged: Judged };

type StateQuestion = { readonly facts: Facts; readonly after: number; readonly today: Day; readonly soonDays: number };

const held = (status: Status, why: Why, evidenceIds: readonly string[] = [], onFile = true): Judged => ({
  status,
  missed: status === 'fail' || status === 'incomplete',
  dueOn: null,
  validThrough: null,
  cover: [],
  owedFrom: Infinity,
  evidenceIds,
  onFile,
  why,
});

const open = (why: Why): Judged => held('not-yet-due', why, [], false);

/** LA-EX-3: the latest search of any list confirmed is a fail; confirmed once and clear since, or undecided, is review (0.6.12, 0.6.28). */
export function notExcluded({ facts, after, today }: StateQuestion): readonly NamedJudged[] {
  const parts: NamedJudged[] = [];
  let latestOn = -Infinity;
  for (const list of exclusionLists) {
    const checks = facts.checks.get(list) ?? [];
    let status = 'met' as Status;
    let latest: { readonly on: Day; readonly id: string } | null = null;
    let match: { readonly on: Day; readonly id: string } | null = null;
    for (const check of checks) {
      if (check.on > today || check.on <= after) continue;
      const outcome = outcomeOn(check, today);
      if (outcome === null || outcome === 'unable') continue;
      latest = { on: check.on, id: check.id };
      if (outcome === 'clear') {
        if (status === 'fail') status = 'review';
        continue;
      }
      match = latest;
      status = outcome === 'confirmed' ? 'fail' : worseOf(status, 'review');
    }
    if (latest === null) continue;
    latestOn = Math.max(latestOn, latest.on);
    const deciding = match ?? latest;
    const on = dateOrNull(deciding.on);
    if (on === null) continue;
    const why: Why =
      status === 'fail' ? { code: 'adverse', on, result: 'confirmed' }
        : status === 'review' ? { code: 'match', on, list }
          : { code: 'checks', latestOn: dateOrNull(latest.on), lists: 1 };
    parts.push({ name: list, judged: held(status, why, [deciding.id]) });
  }
  return parts.length > 0 ? parts : [{ name: null, judged: open({ code: 'checks', latestOn: null, lists: 0 }) }];
}

/** LA-EX-4: each search has a document, or was made on a whole list whose version is recorded (0.6.33). */
export function checksKept({ facts, after, today }: StateQuestion): { readonly parts: readonly NamedJudged[]; readonly missing: readonly string[] } {
  const made = [...facts.checks.values()].flat().filter((check) => check.on <= today && check.on > after && outcomeOn(check, today) !== null);
  const bare = made
    .filter((check) => !check.documented && !(check.source.method === 'whole-list' && check.source.listVersion !== undefined))
    .sort((a, b) => a.on - b.on || (a.id < b.id ? -1 : 1));
  const why: Why = { code: 'no-document', count: bare.length, of: made.length };
  if (made.length === 0) return { parts: [{ name: null, judged: open({ code: 'checks', latestOn: null, lists: 0 }) }], missing: [] };
  const judged = bare.length === 0 ? held('met', why) : held('incomplete', why, bare.map((check) => check.id));
  return { parts: [{ name: null, judged }], missing: bare.map((check) => `document:${check.id}`) };
}

const documentedKinds: readonly EvidenceKind[] = [
  'cpr-first-aid', 'crisis-intervention', 'continuing-education', 'basic-clinical-competency', 'ips-training', 'cips', 'peer-certification',
];

/** LA-DOC: every training and certification on record has its paper (rules 0.5). */
export function documentsKept({ facts, today }: StateQuestion): { readonly parts: readonly NamedJudged[]; readonly missing: readonly string[] } {
  const recorded = documentedKinds
    .flatMap((kind) => facts.items.get(kind) ?? [])
    .filter((item) => (item.date === null || item.date <= today) && item.source.result !== 'fail' && item.source.result !== 'waived');
  const bare = recorded.filter((item) => !item.documented);
  const why: Why = { code: 'no-document', count: bare.length, of: recorded.length };
  if (recorded.length === 0) return { parts: [{ name: null, judged: open(why) }], missing: [] };
  const judged = bare.length === 0 ? held('met', why) : held('incomplete', why, bare.map((item) => item.id));
  return { parts: [{ name: null, judged }], missing: bare.map((item) => `document:${item.id}`) };
}

/** LA-NPI: a valid check digit is met, an invalid one review, a blank open without a date (rules 0.5). */
export function identifier(npi: string | undefined): Judged {
  const value = npi?.trim() ?? '';
  if (value === '') return open({ code: 'identifier', value: null, valid: false });
  const valid = isValidNpi(value);
  return { ...held(valid ? 'met' : 'review', { code: 'identifier', value, valid }), missed: false };
}

type LicenceSpan = { readonly kind: LicenseKind; readonly from: number; readonly to: number };

/** Licences as spans: from issue (or always) to the printed last day (or without end), both inclusive. */
export const licenceSpans = (licenses: readonly License[] | undefined): readonly LicenceSpan[] =>
  (licenses ?? []).map((license) => ({
    kind: license.kind,
    from: license.issuedOn === undefined ? -Infinity : toDay(license.issuedOn),
    to: license.expiresOn === undefined ? Infinity : toDay(license.expiresOn),
  }));

/** LA-SCOPE: the latest end of each kind of licence; the worst kind shows (0.6.33). */
export function licences(licenses: readonly License[] | undefined, hire: number, today: Day, soonDays: number): readonly NamedJudged[] {
  const byKind = new Map<LicenseKind, LicenceSpan[]>();
  for (const span of licenceSpans(licenses)) {
    if (span.from > today) continue;
    byKind.set(span.kind, [...(byKind.get(span.kind) ?? []), span]);
  }
  return [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, spans]) => {
    const through = Math.max(...spans.map((span) => span.to));
    const expired = through < today;
    const status: Status = expired ? 'expired' : isNear(through, today, soonDays) ? 'expiring' : 'met';
    const validThrough = dateOrNull(through);
    const why: Why = expired && validThrough !== null
      ? { code: 'expired', on: validThrough, validThrough, daysWithout: today - through }
      : { code: 'licence', kind, through: validThrough };
    return {
      name: kind,
      judged: {
        status, missed: expired, dueOn: finiteOrNull(through), validThrough: finiteOrNull(through), evidenceIds: [], onFile: true, why,
        cover: spans.map((span) => ({ from: span.from, to: span.to, evidenceId: '' })),
        owedFrom: Math.max(hire, Math.min(...spans.map((span) => span.from))),
      },
    };
  });
}

