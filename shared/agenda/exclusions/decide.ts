import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { Change } from '../../model/changes.ts';
import { decisionsIndex, latestBy } from '../../model/check-outcome.ts';
import type { DocRef, DocumentRecord } from '../../model/document.ts';
import type { Decision, DecisionVerdict, ExclusionCheck } from '../../model/exclusion.ts';
import { fail, ok, type Result } from '../../result.ts';
import { dateWords } from '../../wording.ts';
import type { Stamp } from './month-close.ts';
import { isAbout, keyOf } from './subject.ts';

/** What a person decided about one row of a check; without a digest, about the whole check. */
export type Deciding = {
  readonly check: ExclusionCheck;
  readonly digest?: string;
  readonly verdict: DecisionVerdict;
  readonly reason: string;
  /** What was compared, in words. */
  readonly compared?: readonly string[];
  readonly ssnVerified?: boolean;
  /** Unable to determine: what was asked of the list's office, the affidavit. */
  readonly asked?: string;
  /** The person: the report that was made. */
  readonly reported?: NonNullable<Decision['reported']>;
  readonly documents?: readonly DocRef[];
  /** Documents stored just now; referred to by the decision beside `documents`. */
  readonly store?: readonly DocumentRecord[];
  /** The day it is decided. */
  readonly on: CivilDate;
} & Stamp;

export type DecideError =
  | { readonly code: 'reason-missing' }
  | { readonly code: 'before-check'; readonly checkedOn: CivilDate }
  | { readonly code: 'no-such-row' }
  | { readonly code: 'report-without-match' }
  | { readonly code: 'report-ahead'; readonly on: CivilDate };

export function decideErrorWords(error: DecideError): string {
  switch (error.code) {
    case 'reason-missing':
      return 'Type the reason: it is printed on the certificate.';
    case 'before-check':
      return `The search was made on ${dateWords(error.checkedOn)}; a decision about it cannot be older. Choose that day or a later one.`;
    case 'no-such-row':
      return 'The check does not hold this row. Nothing was recorded; open the match again.';
    case 'report-without-match':
      return 'A report belongs to a match that is the person. Decide that first, or leave the report out.';
    case 'report-ahead':
      return `${dateWords(error.on)} lies ahead. Type the day on which it was reported.`;
  }
}

/**
 * The decision about a row, as changes. It speaks for the row in every check of the same subject and list that found it and is not decided the same
 * way yet: one decision each, so that months before are answered too. Decisions are dated when they are made and may speak of closed months.
 * A report is written on the check named alone.
 */
export function decisionFor(file: AgencyFile, deciding: Deciding): Result<readonly Change[], DecideError> {
  const { check, digest, verdict, on, reported, store = [] } = deciding;
  const candidate = digest === undefined ? null : (check.search?.candidates.find((each) => each.digest === digest) ?? null);
  if (deciding.reason.trim() === '') return fail({ code: 'reason-missing' });
  if (on < check.checkedOn) return fail({ code: 'before-check', checkedOn: check.checkedOn });
  if (digest !== undefined && candidate === null) return fail({ code: 'no-such-row' });
  if (reported !== undefined && verdict !== 'the-person') return fail({ code: 'report-without-match' });
  if (reported !== undefined && reported.on > on) return fail({ code: 'report-ahead', on: reported.on });
  const documents = [...(deciding.documents ?? []), ...store.map(({ id }) => ({ id }))];
  const compared = (deciding.compared ?? []).map((each) => each.trim()).filter((each) => each !== '');
  const asked = deciding.asked?.trim() ?? '';
  const decisionOn = (of: ExclusionCheck, report: Deciding['reported']): Change => {
    const row = of.search?.candidates.find((each) => each.digest === digest);
    return {
      kind: 'add-decision',
      decision: {
        id: deciding.newId(), ...keyOf(of), list: of.list, checkId: of.id,
        ...(row === undefined ? {} : { rowDigest: row.digest }),
        verdict, decidedOn: on, reason: deciding.reason.trim(),
        ...(deciding.ssnVerified === undefined ? {} : { ssnVerified: deciding.ssnVerified }),
        ...(compared.length === 0 ? {} : { compared }),
        ...(asked === '' ? {} : { asked }),
        ...(report === undefined ? {} : { reported: report }),
        ...(of.search === undefined ? {} : { identity: of.search.identity }),
        ...(row === undefined ? {} : { record: row.record }),
        ...(documents.length === 0 ? {} : { documents }),
        recordedAt: deciding.now, ...(deciding.by === undefined ? {} : { recordedBy: deciding.by }),
      },
    };
  };
  return ok([
    ...store.map((document): Change => ({ kind: 'add-document', document })),
    decisionOn(check, reported),
    ...(digest === undefined ? [] : alsoOpen(file, check, digest, verdict, on).map((other) => decisionOn(other, undefined))),
  ]);
}

/** The other checks that found the same row of the same subject and are not decided the same way. */
function alsoOpen(file: AgencyFile, check: ExclusionCheck, digest: string, verdict: DecisionVerdict, on: CivilDate): readonly ExclusionCheck[] {
  const key = keyOf(check);
  if (key === null) return [];
  const about = decisionsIndex(file.decisions ?? []);
  return (file.exclusionChecks ?? []).filter((other) => {
    if (other.id === check.id || other.list !== check.list || other.checkedOn > on || !isAbout(other, key)) return false;
    const row = about(other).rows.find((each) => each.candidate.digest === digest);
    return row !== undefined && latestBy(row.decisions, on)?.verdict !== verdict;
  });
}
