import type { AgencyFile } from '../../agency-file/schema.ts';
import { monthOf, type CivilDate, type CivilMonth } from '../../civil-date.ts';
import type { Change } from '../../model/changes.ts';
import type { DocRef, DocumentRecord } from '../../model/document.ts';
import { closeOf, exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import { fullName } from '../../model/person.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { countOf, dateWords, longMonthWords } from '../../wording.ts';
import type { Stamp } from './month-close.ts';
import { subjectFinder } from './subject.ts';

export type WebsiteChecks = {
  readonly subjects: readonly SubjectKey[];
  readonly list: ExclusionList;
  readonly on: CivilDate;
  /** Today: a search cannot be dated ahead of it. */
  readonly today: CivilDate;
  /** The saved proof: a document just stored, or one on file. One serves all. */
  readonly proof: { readonly store: DocumentRecord } | { readonly onFile: DocRef } | null;
} & Stamp;

export type WebsiteError =
  | { readonly code: 'nobody' }
  | { readonly code: 'proof-missing' }
  | { readonly code: 'date-ahead'; readonly on: CivilDate }
  | { readonly code: 'month-closed'; readonly month: CivilMonth; readonly closedOn: CivilDate };

export function websiteErrorWords(error: WebsiteError): string {
  switch (error.code) {
    case 'nobody':
      return 'Choose at least one person or vendor that was searched for.';
    case 'proof-missing':
      return 'Add the saved page or print of the search: without it nothing shows that it was made.';
    case 'date-ahead':
      return `${dateWords(error.on)} lies ahead. Type the day on which the search was made.`;
    case 'month-closed':
      return `${longMonthWords(error.month)} was closed on ${dateWords(error.closedOn)} and takes no further check. Add a note to it instead.`;
  }
}

/**
 * Records one search on a web site for many people: a clear check each, by every name on record, all with the one proof. A possible match found there
 * is recorded for that person alone, as before.
 */
export function websiteChecks(file: AgencyFile, { subjects, list, on, today, proof, newId, now, by }: WebsiteChecks): Result<readonly Change[], WebsiteError> {
  if (subjects.length === 0) return fail({ code: 'nobody' });
  if (proof === null) return fail({ code: 'proof-missing' });
  if (on > today) return fail({ code: 'date-ahead', on });
  const close = closeOf(file.monthRecords ?? [], monthOf(on));
  if (close !== undefined) return fail({ code: 'month-closed', month: close.month, closedOn: close.closedOn });
  const find = subjectFinder(file);
  const documents = 'store' in proof ? [{ id: proof.store.id }] : [proof.onFile];
  const checks = subjects.map((key): Change => {
    const subject = find(key);
    const names = subject === null ? [] : subject.person === null ? [subject.vendor.name, ...(subject.vendor.otherNames ?? [])] : subject.person.names.map(fullName);
    return {
      kind: 'add-check',
      check: {
        id: newId(), ...key, list, checkedOn: on, method: 'website', namesSearched: [...new Set(names)], outcome: 'clear', documents,
        recordedAt: now, ...(by === undefined ? {} : { recordedBy: by }),
      },
    };
  });
  const stored: readonly Change[] = 'store' in proof ? [{ kind: 'add-document', document: proof.store }] : [];
  return ok([...stored, ...checks]);
}

/** What the log says of it: "Searched LDH on its web site for 34 people and vendors". */
export const websiteChecksWords = (list: ExclusionList, count: number): string =>
  `Searched ${exclusionListWords[list].short} on its web site: ${countOf(count, 'check')}`;
