import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import { evidenceKindWords } from '../model/evidence.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import { fullName, shownName, type Employment, type Person } from '../model/person.ts';
import type { Explanation } from '../rules/explanation.ts';
import { shownId, type RequirementInfo } from '../rules/requirement.ts';
import type { Standing } from '../rules/standing.ts';
import { lastingStatuses, statusFacts, type Status } from '../rules/status.ts';
import { dateWords } from '../wording.ts';
import { standingEvidence } from './evidence-history.ts';
import { hasGrace, momentOf, moments, momentWords, type Moment } from './moments.ts';

/** One thing still to do: first and last day it may be done for this hire (null: open on that side), why, what is there. */
export type OnboardingItem = {
  readonly requirement: string;
  readonly code: string;
  readonly title: string;
  readonly status: Status;
  readonly statusWord: string;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  /** The rule's window in words. */
  readonly rule: string;
  /** How it stands, in six words or so. */
  readonly stand: string;
  readonly missing: string | null;
  /** "TB test of 2 Mar 2026"; empty when nothing is on file. */
  readonly onFile: readonly string[];
};

export type OnboardingGroup = { readonly moment: Moment; readonly title: string; readonly items: readonly OnboardingItem[] };

/** The onboarding checklist of one employment as of a day. */
export type OnboardingChecklist = {
  readonly agency: string;
  readonly name: string;
  readonly asOf: CivilDate;
  readonly hireOn: CivilDate | null;
  readonly planned: boolean;
  readonly firstServiceOn: CivilDate | null;
  readonly groups: readonly OnboardingGroup[];
  /** Titles of what is settled, in catalogue order. */
  readonly done: readonly string[];
  /** What can no longer be put right for this hire, each with its one line. */
  readonly lasting: readonly { readonly title: string; readonly stand: string }[];
};

export type OnboardingInput = {
  readonly file: AgencyFile;
  readonly person: Person;
  readonly employment: Employment;
  readonly standings: readonly Standing[];
  readonly requirements: readonly RequirementInfo[];
  readonly explain: (standing: Standing) => Explanation;
  readonly asOf: CivilDate;
};

const settled: readonly Status[] = ['met', 'exempt', 'not-applicable'];

/** Once the person is hired, what was stale, late or missed cannot be done again for that hire; before, it simply is done again. */
const cannotBeCured = (standing: Standing, hired: boolean): boolean =>
  hired && lastingStatuses.includes(standing.status) && standing.status !== 'gap';

function onFile({ file, person, asOf }: OnboardingInput, info: RequirementInfo | undefined, standing: Standing): readonly string[] {
  const items = standingEvidence(file.evidence, person.id)
    .filter((each) => (info?.kinds ?? []).includes(each.kind))
    .map((each) => {
      const day = each.performedOn ?? each.issuedOn ?? each.resultOn;
      return day === undefined ? `${evidenceKindWords[each.kind]}, undated` : `${evidenceKindWords[each.kind]} of ${dateWords(day)}`;
    });
  const used = new Set(standing.evidenceIds);
  const checks = (file.exclusionChecks ?? [])
    .filter((each) => each.personId === person.id && used.has(each.id) && each.checkedOn <= asOf)
    .sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1))
    .slice(0, 2)
    .map((each) => `${exclusionListWords[each.list].short} check of ${dateWords(each.checkedOn)}`);
  return [...items, ...checks];
}

function itemOf(input: OnboardingInput, info: RequirementInfo | undefined, standing: Standing): OnboardingItem {
  const explanation = input.explain(standing);
  const window = standing.account.window;
  return {
    requirement: standing.requirement,
    code: shownId(standing.requirement),
    title: info?.title ?? standing.requirement,
    status: standing.status,
    statusWord: statusFacts[standing.status].word,
    // A window that only ends after its moment begins with it; what was done before counts there too (a card still valid).
    earliest: hasGrace(standing) ? null : (window?.from ?? null),
    latest: window?.to ?? standing.dueOn,
    rule: info?.windowWords ?? '',
    stand: explanation.brief,
    missing: explanation.missing,
    onFile: onFile(input, info, standing),
  };
}

const byLatest = (one: OnboardingItem, other: OnboardingItem): number => {
  const a = one.latest ?? '9999';
  const b = other.latest ?? '9999';
  return a < b ? -1 : a > b ? 1 : one.code < other.code ? -1 : 1;
};

/**
 * Everything one employment still needs, grouped by the moment it has to precede and ordered by its last day. What has an
 * end in sight (expiring) is to do as well; what can no longer be put right is listed apart. Windows are inclusive.
 */
export function onboardingChecklist(input: OnboardingInput): OnboardingChecklist {
  const { file, person, employment, asOf } = input;
  const infos = new Map(input.requirements.map((each) => [each.id, each]));
  const own = input.standings.filter(
    (each) => each.personId === person.id && (each.employmentId === undefined || each.employmentId === employment.id),
  );
  const hired = employment.hiredOn !== undefined && employment.hiredOn <= asOf;
  const open = own.filter((each) => !settled.includes(each.status) && !cannotBeCured(each, hired));
  const groups = moments.map((moment): OnboardingGroup => ({
    moment,
    title: momentWords[moment],
    items: open
      .filter((each) => momentOf(infos.get(each.requirement), each) === moment)
      .map((each) => itemOf(input, infos.get(each.requirement), each))
      .sort(byLatest),
  }));
  return {
    agency: file.agency.name,
    name: fullName(shownName(person)),
    asOf,
    hireOn: employment.hiredOn ?? employment.plannedHireOn ?? null,
    planned: !hired,
    firstServiceOn: employment.firstServiceOn ?? null,
    groups: groups.filter((each) => each.items.length > 0),
    done: own.filter((each) => settled.includes(each.status) && each.status !== 'not-applicable')
      .map((each) => infos.get(each.requirement)?.title ?? each.requirement),
    lasting: own.filter((each) => cannotBeCured(each, hired))
      .map((each) => ({ title: infos.get(each.requirement)?.title ?? each.requirement, stand: input.explain(each).brief })),
  };
}
