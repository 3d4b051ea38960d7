import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { certificatesOf } from '../../shared/report/certificate.ts';
import type { Certificate, CertificateJob } from '../../shared/report/certificate-model.ts';
import { fail, type Result } from '../../shared/result.ts';
import { bind, saved } from './assemble.ts';
import type { ChapterPool } from './chapter-pool.ts';
import { certificateName } from './file-names.ts';
import { draw, inOrder, printing, stopIfCancelled, written, type BinderError, type BinderOptions, type Files, type ProducedFile } from './printing.ts';
import { certificatePrint } from '../../shared/pdf/certificate-pages.ts';
import { pressFor, stackOf } from './press.ts';

/** A certificate of everybody has a page for every few people: it may take longer than a person's chapter. */
const limitMs = (people: number): number => 30_000 + 60 * people;

/**
 * Writes the certificates of a month's exclusion checks into `outFolder`: one for the agency, or one a person. The same record and
 * job give the same bytes whatever the number of threads. A file appears whole or not at all.
 */
export async function produceCertificates(agency: AgencyFile, job: CertificateJob, options: BinderOptions): Promise<Result<{ readonly files: readonly ProducedFile[] }, BinderError>> {
  const known = new Set(agency.people.map((person) => person.id));
  const unknown = job.personIds?.find((id) => !known.has(id));
  if (unknown !== undefined) return fail({ code: 'no-such-person', personId: unknown });
  const limited = { timeLimitMs: limitMs(agency.people.length), ...options };
  return printing(limited, job.personIds?.length ?? 1, (pool, files) => produce(agency, job, limited, pool, files));
}

async function produce(agency: AgencyFile, job: CertificateJob, options: BinderOptions, pool: ChapterPool, files: Files): Promise<readonly ProducedFile[]> {
  const certificates = certificatesOf(agency, job);
  options.onProgress({ phase: 'judge', done: certificates.length, total: certificates.length });
  stopIfCancelled(options.signal);
  const made: ProducedFile[] = [];
  await inOrder(certificates, options.workers * 2, (certificate) => draw(pool, certificate.whose.name, { kind: 'certificate', certificate }), async (drawn, index, certificate) => {
    options.onProgress({ phase: 'render', done: index + 1, total: certificates.length });
    const out = await bind(pressFor(certificatePrint(certificate)), stackOf([drawn]), null, fileFacts(certificate));
    const bound = await saved(out);
    made.push(await written(options, files, certificateName(certificate.whose.listName, job.month, files.taken), bound));
    options.onProgress({ phase: 'write', done: index + 1, total: certificates.length });
  }, options.signal);
  return made;
}

const fileFacts = ({ facts, whose }: Certificate) => ({
  title: `${whose.name}: certificate of exclusion screening, ${facts.monthWords}`,
  subject: `${facts.agencyName}${facts.synthetic ? ', synthetic data' : ''}`,
  author: facts.agencyName,
  generatedAt: facts.generatedAt,
  fingerprint: facts.fingerprint,
});
