import { setImmediate as breathe } from 'node:timers/promises';
import { fail, type Result } from '../../shared/result.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import type { BinderFacts, PersonChapter } from '../../shared/report/binder-model.ts';
import { agencyFront, binderFacts, binderFingerprint } from '../../shared/report/build-binder.ts';
import { binderContext, type BinderContext } from '../../shared/report/context.ts';
import { personChapter } from '../../shared/report/person-chapter.ts';
import { dateWords } from '../../shared/wording.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { requirementsOf } from '../../shared/rules/catalogue.ts';
import { explainer } from '../../shared/rules/explain.ts';
import { bind, saved } from './assemble.ts';
import type { Drawn, Stretch } from './chapter-messages.ts';
import type { ChapterPool } from './chapter-pool.ts';
import { binderName } from './file-names.ts';
import { asked, draw, inOrder, printing, stopIfCancelled, written, type BinderError, type BinderOptions, type Files, type ProducedFile } from './printing.ts';
import { framedAlready, stackOf } from './press.ts';

/**
 * Judges, draws and binds binders: one file for everybody, or one a person, in `outFolder`. Chapters are drawn in parallel and
 * bound in order, so that the same job gives the same bytes whatever the number of threads. A file appears whole or not at all.
 */
export async function produceBinders(job: BinderJob, options: BinderOptions): Promise<Result<{ readonly files: readonly ProducedFile[] }, BinderError>> {
  const known = new Set(job.agency.people.map((person) => person.id));
  const unknown = job.personIds.find((id) => !known.has(id));
  if (unknown !== undefined) return fail({ code: 'no-such-person', personId: unknown });
  return printing(options, job.personIds.length, (pool, files) => produce(job, options, pool, files));
}

async function produce(job: BinderJob, options: BinderOptions, pool: ChapterPool, files: Files): Promise<readonly ProducedFile[]> {
  const context = contextOf(job);
  const chapters = await judged(context, job.personIds, options);
  const made: ProducedFile[] = [];
  if (job.layout === 'one-file' && chapters.length > 1) {
    made.push(await agencyFile(job, context, chapters, options, pool, files));
  } else {
    await inOrder(chapters, options.workers * 2, async (chapter) => {
      const facts = factsFor(context, [chapter]);
      return { facts, drawn: await draw(pool, chapter.name, { kind: 'draw', facts, stretch: { kind: 'person', chapter, own: true }, span: null }) };
    }, async ({ facts, drawn }, index, chapter) => {
      options.onProgress({ phase: 'render', done: index + 1, total: chapters.length });
      const out = await bind(framedAlready(facts.paper), stackOf([drawn]), null, { ...fileFacts(facts, chapter.name), generatedAt: job.generatedAt, fingerprint: facts.fingerprint });
      const bound = await saved(out);
      made.push(await written(options, files, binderName(chapter.listName, job.asOf, files.taken), bound));
      options.onProgress({ phase: 'write', done: index + 1, total: chapters.length });
    }, options.signal);
  }
  return made;
}

function contextOf(job: BinderJob): BinderContext {
  const known = job.knownAt === undefined ? {} : { knownAt: job.knownAt };
  const only = job.personIds[0];
  const one = job.personIds.length === 1 && only !== undefined ? { personId: only } : {};
  const evaluation = evaluate(job.agency, { asOf: job.asOf, all: true, ...known, ...one });
  return binderContext(job.agency, evaluation, requirementsOf(job.agency, job.asOf), explainer(job.agency, evaluation), {
    people: job.personIds, asOf: job.asOf, generatedAt: job.generatedAt, synthetic: job.synthetic, paper: job.paper ?? 'letter', ...known,
  });
}

async function judged(context: BinderContext, personIds: readonly string[], options: BinderOptions): Promise<readonly PersonChapter[]> {
  const chapters: PersonChapter[] = [];
  for (const id of personIds) {
    const person = context.person(id);
    if (person !== undefined) chapters.push(personChapter(context, person));
    options.onProgress({ phase: 'judge', done: chapters.length, total: personIds.length });
    // Lets a cancellation in, and the threads report.
    if (chapters.length % 10 === 0) await breathe();
    stopIfCancelled(options.signal);
  }
  return chapters;
}

function factsFor(context: BinderContext, chapters: readonly PersonChapter[]): BinderFacts {
  const facts = binderFacts(context);
  return { ...facts, fingerprint: binderFingerprint(facts, chapters) };
}

const fileFacts = (facts: BinderFacts, who: string) => ({
  title: `${who}: personnel binder as of ${dateWords(facts.asOf)}`,
  subject: `${facts.agencyName}, volume ${facts.volume.number} of ${facts.volume.of}${facts.synthetic ? ', synthetic data' : ''}`,
  author: facts.agencyName,
});

async function agencyFile(
  job: BinderJob, context: BinderContext, chapters: readonly PersonChapter[], options: BinderOptions, pool: ChapterPool, files: Files,
): Promise<ProducedFile> {
  const facts = factsFor(context, chapters);
  const front = agencyFront(context, chapters);
  const window = options.workers * 3;
  const people = chapters.map((chapter): { readonly who: string; readonly stretch: Stretch } => ({ who: chapter.name, stretch: { kind: 'person', chapter, own: false } }));
  const stretches = [
    { who: facts.agencyName, stretch: { kind: 'front', front, firstPages: {} } as Stretch }, ...people, { who: facts.agencyName, stretch: { kind: 'back', front } as Stretch },
  ];
  const counts: number[] = [];
  await inOrder(stretches, window, ({ who, stretch }) => count(pool, who, facts, stretch), (counted) => { counts.push(counted); }, options.signal);

  let total = 0;
  const firsts = counts.map((counted) => {
    const first = total + 1;
    total += counted;
    return first;
  });
  const firstPages = Object.fromEntries([
    ...chapters.map((chapter, index) => [`person:${chapter.personId}`, firsts[index + 1] ?? 0] as const),
    ['appendix', firsts[stretches.length - 1] ?? 0] as const,
  ]);
  const drawn: Drawn[] = [];
  await inOrder(stretches, window, ({ who, stretch }, index) => {
    const known = stretch.kind === 'front' ? { ...stretch, firstPages } : stretch;
    return draw(pool, who, { kind: 'draw', facts, stretch: known, span: { first: firsts[index] ?? 1, total } });
  }, (made, index) => {
    drawn.push(made);
    options.onProgress({ phase: 'render', done: index + 1, total: stretches.length });
  }, options.signal);
  options.onProgress({ phase: 'merge', done: 0, total: 1 });
  const out = await bind(framedAlready(facts.paper), stackOf(drawn), null, { ...fileFacts(facts, facts.agencyName), generatedAt: job.generatedAt, fingerprint: facts.fingerprint });
  const bound = await saved(out);
  options.onProgress({ phase: 'merge', done: 1, total: 1 });
  const file = await written(options, files, binderName(facts.agencyName, job.asOf, files.taken), bound);
  options.onProgress({ phase: 'write', done: 1, total: 1 });
  return file;
}

async function count(pool: ChapterPool, who: string, facts: BinderFacts, stretch: Stretch): Promise<number> {
  const answer = await asked(who, pool.ask({ kind: 'count', facts, stretch }));
  if (answer.kind !== 'counted') throw new Error('a count is answered by a count');
  return answer.pages;
}
