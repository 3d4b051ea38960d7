import { setImmediate as breathe } from 'node:timers/promises';
import { version } from '../../package.json';
import type { GivenNumber } from '../../shared/model/agency-records/binder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import type { BinderFacts, PersonChapter } from '../../shared/report/binder-model.ts';
import { agencyFront, binderFacts, binderFingerprint } from '../../shared/report/build-binder.ts';
import { binderContext, type BinderContext, type ExaminedDocuments } from '../../shared/report/context.ts';
import { personChapter } from '../../shared/report/person-chapter.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { requirementsOf } from '../../shared/rules/catalogue.ts';
import { explainer } from '../../shared/rules/explain.ts';
import type { Evaluation } from '../../shared/rules/standing.ts';
import { binderOrder, nowhere } from './binder-order.ts';
import type { ChapterRequest, Drawn, Stretch } from './chapter-messages.ts';
import { poolHere, type ChapterPool } from './chapter-pool.ts';
import { bodyFacts, drawnStretch, keptStretch, newStretch } from './draw-stretch.ts';
import { examineDocuments } from './examine-documents.ts';
import { ExhibitTrouble } from './exhibits.ts';
import { binderName } from './file-names.ts';
import { makeFile } from './make-file.ts';
import { newNumbers } from './new-numbers.ts';
import { neededFor } from './needed.ts';
import { withoutTroubles } from './not-shown.ts';
import { inOrder, printing, stopIfCancelled, type BinderError, type BindingOptions, type Files, type ProducedFile } from './printing.ts';
import { stackOf } from './press.ts';
import { keyFingerprintOf, madeOf, reusable } from './reuse.ts';

type Work = { readonly job: BinderJob; readonly context: BinderContext; readonly options: BindingOptions; readonly pool: ChapterPool; readonly files: Files };
type Made = { readonly files: readonly ProducedFile[]; readonly numbers?: GivenNumber[]; readonly key?: string };

/**
 * Judges, draws and binds binders: one file for everybody, or one a person, in `outFolder`; volume 2 in files of its own. Chapters are drawn in
 * parallel and bound in order, so that the same job gives the same bytes whatever the number of threads. A file appears whole or not at all.
 */
export async function produceBinders(job: BinderJob, options: BindingOptions): Promise<Result<Made, BinderError>> {
  const known = new Set(job.agency.people.map((person) => person.id));
  const unknown = job.personIds.find((id) => !known.has(id));
  if (unknown !== undefined) return fail({ code: 'no-such-person', personId: unknown });
  const bound: { readonly context: BinderContext; readonly chapters: readonly PersonChapter[] }[] = [];
  const made = await printing(options, job.personIds.length, async (pool, files) => {
    const evaluation = evaluationOf(job);
    const examined = await examineDocuments(neededFor(job), (job.profile?.redact.length ?? 0) > 0, options.documents ?? nowhere, options.signal, (done, total) => {
      options.onProgress({ phase: 'judge', done, total });
    });
    const produced: ProducedFile[] = [];
    for (const volume of volumesOf(job)) {
      const work: Work = { job, context: contextOf(job, evaluation, volume, examined, options), options, pool, files };
      const chapters = await judged(work);
      bound.push({ context: work.context, chapters });
      produced.push(...await volumeFiles(work, volume, chapters));
    }
    return produced;
  });
  if (!made.ok) return made;
  const key = keyFingerprintOf(options);
  const numbers = newNumbers(bound);
  return ok({ ...made.value, ...(numbers.length > 0 && { numbers: [...numbers] }), ...(key !== null && { key }) });
}

/** The volumes of a job: the second only where its recipient gets it. */
function volumesOf({ volumes = 'personnel', profile, exhibits }: BinderJob): readonly (1 | 2)[] {
  const second = exhibits === true && profile?.medicalVolume !== false;
  if (volumes === 'medical') return second ? [2] : [];
  return volumes === 'both' && second ? [1, 2] : [1];
}

function evaluationOf(job: BinderJob): Evaluation {
  const known = job.knownAt === undefined ? {} : { knownAt: job.knownAt };
  const only = job.personIds[0];
  const one = job.personIds.length === 1 && only !== undefined ? { personId: only } : {};
  return evaluate(job.agency, { asOf: job.asOf, all: true, ...known, ...one });
}

function contextOf(job: BinderJob, evaluation: Evaluation, volume: 1 | 2, examined: ExaminedDocuments, options: BindingOptions): BinderContext {
  const key = keyFingerprintOf(options);
  return binderContext(job.agency, evaluation, requirementsOf(job.agency, job.asOf), explainer(job.agency, evaluation), {
    people: job.personIds, asOf: job.asOf, generatedAt: job.generatedAt, synthetic: job.synthetic, paper: job.paper ?? 'letter',
    ...(job.knownAt !== undefined && { knownAt: job.knownAt }), ...(job.profile !== undefined && { profile: job.profile }), ...(job.exhibits !== undefined && { exhibits: job.exhibits }),
    oneFile: job.layout === 'one-file', volume, volumes: volume === 2 || volumesOf(job).length === 2 ? 2 : 1, examined, ...(key !== null && { keyFingerprint: key }),
  });
}

async function judged({ job, context, options }: Work): Promise<readonly PersonChapter[]> {
  const chapters: PersonChapter[] = [];
  for (const id of job.personIds) {
    const person = context.person(id);
    if (person !== undefined) chapters.push(personChapter(context, person));
    options.onProgress({ phase: 'judge', done: chapters.length, total: job.personIds.length });
    // Lets a cancellation in, and the threads report.
    if (chapters.length % 10 === 0) await breathe();
    stopIfCancelled(options.signal);
  }
  return chapters;
}

/** The files of one volume. In volume 2 only those who have something in it get a file. */
async function volumeFiles(work: Work, volume: 1 | 2, all: readonly PersonChapter[]): Promise<readonly ProducedFile[]> {
  const { job, context, files } = work;
  const chapters = volume === 1 ? all : all.filter((chapter) => chapter.exhibits.some((tab) => tab.entries.length > 0));
  if (chapters.length === 0) return [];
  if (job.layout === 'one-file' && job.personIds.length > 1) {
    const name = binderName(context.file.agency.name, job.asOf, volume, files.taken);
    return wholeOrAgain(chapters, (tried) => agencyFile(work, name, tried));
  }
  return personFiles(work, volume, chapters);
}

function factsFor(context: BinderContext, chapters: readonly PersonChapter[]): BinderFacts {
  const facts = binderFacts(context);
  return { ...facts, fingerprint: binderFingerprint(facts, chapters) };
}

/** Binds; where documents turn out not to be ones that can be shown, binds again with a page that says so in their place. */
async function wholeOrAgain<Made>(chapters: readonly PersonChapter[], bindThem: (chapters: readonly PersonChapter[]) => Promise<Made>): Promise<Made> {
  const known = new Set<string>();
  for (let tried = chapters; ;) {
    try {
      return await bindThem(tried);
    } catch (error) {
      if (!(error instanceof ExhibitTrouble) || error.troubles.every(({ sha256 }) => known.has(sha256))) throw error;
      for (const { sha256 } of error.troubles) known.add(sha256);
      tried = withoutTroubles(tried, error.troubles);
    }
  }
}

const drawing = ({ pool, options }: Work, who: string, request: ChapterRequest): Promise<Drawn> => drawnStretch(pool, options.cache ?? null, version, who, request);

/** A file for each person, made only where it does not lie there already. */
async function personFiles(work: Work, volume: 1 | 2, chapters: readonly PersonChapter[]): Promise<readonly ProducedFile[]> {
  const { job, context, options, files } = work;
  const made: ProducedFile[] = [];
  const begin = async (chapter: PersonChapter, name: string) => {
    const facts = factsFor(context, [chapter]);
    const reused = options.reuseFrom === undefined || job.password !== undefined ? null : await reusable(options.reuseFrom, name, madeOf(job, facts, [chapter], options), options);
    const request: ChapterRequest = { kind: 'draw', facts: bodyFacts(facts), stretch: { kind: 'person', chapter, own: true } };
    return { facts, reused, drawn: reused === null ? await drawing(work, chapter.name, request) : null };
  };
  const names = chapters.map((chapter) => binderName(chapter.listName, job.asOf, volume, files.taken));
  await inOrder(chapters, options.workers * 2, (chapter, index) => begin(chapter, names[index] ?? ''), async ({ facts, reused, drawn }, index, chapter) => {
    options.onProgress({ phase: 'render', done: index + 1, total: chapters.length });
    const name = names[index] ?? '';
    if (reused !== null) made.push(reused);
    else {
      let first = drawn;
      made.push(...await wholeOrAgain([chapter], async (tried) => {
        const [only] = tried;
        const again = first === null && only !== undefined ? await begin(only, name) : null;
        const whole = { facts: again?.facts ?? facts, drawn: again?.drawn ?? first };
        first = null;
        return makeFile(binderOrder(job, options, whole.facts, tried, stackOf(whole.drawn === null ? [] : [whole.drawn]), chapter.name, name, null), options, files);
      }));
    }
    options.onProgress({ phase: 'write', done: index + 1, total: chapters.length });
  }, options.signal);
  return made;
}

const fewChapters = 8;

async function agencyFile(work: Work, name: string, chapters: readonly PersonChapter[]): Promise<readonly ProducedFile[]> {
  const { job, context, options, files } = work;
  const facts = factsFor(context, chapters);
  const front = agencyFront(context, chapters);
  const stretches: readonly { readonly who: string; readonly stretch: Stretch }[] = [
    { who: facts.agencyName, stretch: { kind: 'front', front } },
    ...chapters.map((chapter) => ({ who: chapter.name, stretch: { kind: 'person' as const, chapter, own: false } })),
    { who: facts.agencyName, stretch: { kind: 'back', front } },
  ];
  const requests = stretches.map(({ who, stretch }) => ({ who, request: { kind: 'draw', facts: bodyFacts(facts), stretch } satisfies ChapterRequest }));
  const cache = options.cache ?? null;
  const kept: (Drawn | null)[] = [];
  await inOrder(requests, options.workers * 3, ({ request }) => keptStretch(cache, version, request), (found) => { kept.push(found); }, options.signal);
  // To begin a thread takes longer than a few chapters.
  const pool = kept.filter((found) => found === null).length <= fewChapters ? poolHere() : work.pool;
  const drawn: Drawn[] = [];
  await inOrder(requests, options.workers * 3, async ({ who, request }, index) => kept[index] ?? newStretch(pool, cache, version, who, request), (made, index) => {
    drawn.push(made);
    options.onProgress({ phase: 'render', done: index + 1, total: stretches.length });
  }, options.signal);
  options.onProgress({ phase: 'merge', done: 0, total: 1 });
  const made = await makeFile(binderOrder(job, options, facts, chapters, stackOf(drawn), facts.agencyName, name, front.appendix), options, files);
  options.onProgress({ phase: 'merge', done: 1, total: 1 });
  options.onProgress({ phase: 'write', done: 1, total: 1 });
  return made;
}
