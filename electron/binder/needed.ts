import { hasPages } from '../../shared/report/exhibit-pages.ts';
import { subjectOf } from '../../shared/documents/text-marks.ts';
import { isPurged } from '../../shared/model/document.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import type { ToExamine } from './examine-documents.ts';

/**
 * The documents that have to be looked at before the pages of a binder are made up: those whose pages nobody counted, and where something is to be taken out
 * all that could show it.
 */
export function neededFor(job: BinderJob): readonly ToExamine[] {
  if (job.exhibits !== true) return [];
  const people = new Map(job.agency.people.map((person) => [person.id, person]));
  const asked = new Set(job.personIds);
  const subjects = new Map<string, Set<string>>();
  const licenses = job.agency.people.flatMap((person) => (person.licenses ?? []).map(({ documents }) => ({ personId: person.id, documents })));
  for (const { personId, documents } of [...job.agency.evidence, ...(job.agency.exclusionChecks ?? []), ...(job.agency.decisions ?? []), ...licenses]) {
    if (personId === undefined || !asked.has(personId)) continue;
    for (const { id } of documents ?? []) subjects.set(id, (subjects.get(id) ?? new Set()).add(personId));
  }
  const searched = (job.profile?.redact.length ?? 0) > 0;
  const medical = job.volumes === 'medical' || job.volumes === 'both';
  return (job.agency.documents ?? []).flatMap((document) => {
    const whose = subjects.get(document.id);
    if (whose === undefined || isPurged(document) || !hasPages(document) || (document.vault === 'medical' && !medical)) return [];
    const counted = document.pages !== undefined || document.mediaType === 'image/jpeg' || document.mediaType === 'image/png';
    if (counted && !(searched && document.mediaType === 'application/pdf')) return [];
    return [{ document, subjects: [...whose].flatMap((id) => { const person = people.get(id); return person === undefined ? [] : [subjectOf(person)]; }) }];
  });
}
