import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BinderOptions } from '../../../electron/binder/printing.ts';
import { produceBinders } from '../../../electron/binder/produce-binders.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { BinderJob } from '../../../shared/report/binder-job.ts';

export const asOf = civilDate('2026-03-31');
let demo: AgencyFile | null = null;
/** The demo agency, made once for all tests of a file. */
export const demoFile = (): AgencyFile => (demo ??= demoAgency(asOf).file);

export const jobFor = (agency: AgencyFile, personIds: readonly string[], extra: Partial<BinderJob> = {}): BinderJob =>
  ({ agency, personIds, asOf, generatedAt: '2026-04-02T14:14:00Z', layout: 'one-file', synthetic: true, ...extra });

/** Adds people to the demo agency, with the record of its first person under another name. */
export function renamed(names: readonly Person['names'][]): AgencyFile {
  const file = demoFile();
  const model = file.people[0];
  if (model === undefined) throw new Error('the demo has people');
  const people = names.map((each, index) => ({ ...model, id: `x${index}`, names: each }));
  const evidence = people.flatMap((person) => file.evidence.filter((item) => item.personId === model.id).map((item) => ({ ...item, id: `${item.id}-${person.id}`, personId: person.id })));
  return { ...file, people, evidence, decisions: [], acknowledgements: [] };
}

export type Made = { readonly outcome: Awaited<ReturnType<typeof produceBinders>>; readonly folder: readonly string[]; readonly files: readonly Uint8Array[] };

/** Runs a job into a folder of its own and takes the folder away again. */
export async function make(job: BinderJob, more: Partial<BinderOptions> = {}, produce: typeof produceBinders = produceBinders): Promise<Made> {
  const outFolder = await mkdtemp(path.join(tmpdir(), 'muster-binder-'));
  try {
    const outcome = await produce(job, { outFolder, workers: 1, onProgress: () => undefined, signal: new AbortController().signal, ...more });
    const folder = await readdir(outFolder);
    const files = outcome.ok ? await Promise.all(outcome.value.files.map((file) => readFile(path.join(outFolder, file.name)))) : [];
    return { outcome, folder, files };
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}
