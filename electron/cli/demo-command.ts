import path from 'node:path';
import { version } from '../../package.json';
import { serialiseAgency, writeAgencyFile } from '../../shared/agency-file/write.ts';
import { civilDateAt, toDay } from '../../shared/civil-date.ts';
import { demoAgency } from '../../shared/demo/demo-agency.ts';
import { adverseActionsCsv, leieCsv, northCarolinaCsv, samCsv } from '../../shared/demo/lists.ts';
import { checksCsv, evidenceCsv, rosterCsv } from '../../shared/demo/spreadsheets.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Command } from './command.ts';
import { resolvePath } from './files.ts';
import { writeTogether } from './output.ts';

/** `muster demo`: the synthetic agency with its spreadsheets and lists, for every other command to run on. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'write a synthetic agency, its spreadsheets and lists',
  options: { out: { value: 'FOLDER', required: true }, today: { value: 'DATE' } },
  run: async (options, io) => {
    const day = options.date('today');
    if (!day.ok) return day;
    const today = day.value ?? civilDateAt(io.now(), defaultTimeZone);
    // Its people have birth dates that do not move, and its certificates run on for years.
    if (today < '2010-01-01' || today > '2100-12-31') return fail(`--today ${today}: the demo can be dated from 2010 to 2100, choose a day between`);
    const { file, documents } = demoAgency(today);
    const folder = resolvePath(io, options.required('out'));
    const contents: readonly (readonly [string, Uint8Array | string])[] = [
      ['demo.muster', writeAgencyFile(file, documents, { appVersion: version })],
      // The same record without its papers, for reading and for programs.
      ['agency.json', serialiseAgency(file)],
      ['roster.csv', rosterCsv(file)],
      ['evidence.csv', evidenceCsv(file)],
      ['exclusion-checks.csv', checksCsv(file)],
      ['leie-synthetic.csv', leieCsv(toDay(today))],
      ['adverse-actions-synthetic.csv', adverseActionsCsv(toDay(today))],
      ['sam-synthetic.csv', samCsv(toDay(today))],
      ['nc-excluded-providers-synthetic.csv', northCarolinaCsv(toDay(today))],
    ];
    const written = await writeTogether(contents.map(([name, bytes]) => ({ file: path.join(folder, name), bytes })));
    if (!written.ok) return written;
    io.stderr(`Wrote ${contents.map(([name]) => name).join(', ')} to ${options.required('out')}, dated ${today}.\n`);
    return ok(0);
  },
};
