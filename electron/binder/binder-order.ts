import { version } from '../../package.json';
import { packRowsOf } from './pack-rows.ts';
import { binderPrint } from '../../shared/pdf/frame.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import type { Appendix, BinderFacts, PersonChapter } from '../../shared/report/binder-model.ts';
import { fail } from '../../shared/result.ts';
import { dateWords } from '../../shared/wording.ts';
import type { Stack } from './assemble.ts';
import type { DocumentSource } from './document-source.ts';
import type { FileOrder } from './make-file.ts';
import { pressFor } from './press.ts';
import type { BindingOptions } from './printing.ts';
import { madeOf } from './reuse.ts';

/** Where no document is. */
export const nowhere: DocumentSource = { read: () => Promise.resolve(fail('not-here' as const)) };

/** What has to be known to bind a binder: its pages, what it says of itself, and how it is signed and cut. */
export function binderOrder(job: BinderJob, options: BindingOptions, facts: BinderFacts, chapters: readonly PersonChapter[], stack: Stack, who: string, name: string, appendix: Appendix | null): FileOrder {
  const title = `${who}: personnel binder as of ${dateWords(facts.asOf)}`;
  const megabytes = job.profile?.splitMegabytes;
  return {
    press: pressFor(binderPrint(facts)),
    stack,
    chapters,
    binder: facts,
    appendix,
    facts: {
      title,
      subject: `${facts.agencyName}, volume ${facts.volume.number} of ${facts.volume.of}${facts.synthetic ? ', synthetic data' : ''}`,
      author: facts.agencyName,
      generatedAt: job.generatedAt,
      fingerprint: facts.fingerprint,
    },
    proof: {
      format: 'muster-manifest', version: 1, kind: 'binder',
      agency: { name: facts.agencyName, npi: facts.agencyNpi },
      title,
      people: chapters.map((chapter) => ({ personId: chapter.personId, name: chapter.name })),
      recipient: facts.recipient,
      volume: { number: facts.volume.number, of: facts.volume.of },
      asOf: facts.asOf,
      knownAt: knownAtInstant(job.knownAt),
      generatedAt: job.generatedAt,
      fingerprint: facts.fingerprint,
      madeOf: madeOf(job, facts, chapters, options),
      packs: packRowsOf(chapters),
      app: { name: 'Muster', version },
      logHead: facts.logHead === null ? null : { seq: facts.logHead.seq, hash: facts.logHead.hash },
    },
    nameOf: (part) => (part === null ? name : `${name.replace(/\.pdf$/, '')} - part ${part.number} of ${part.of}.pdf`),
    mostBytes: megabytes === undefined ? null : Math.floor(megabytes * 1_000_000),
    password: job.password ?? null,
    signer: options.signer ?? null,
    documents: options.documents ?? nowhere,
  };
}

/** A bare date counts to its last moment. */
const knownAtInstant = (knownAt: string | undefined): string | null => (knownAt === undefined ? null : knownAt.includes('T') ? knownAt : `${knownAt}T23:59:59.999Z`);
