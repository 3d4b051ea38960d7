import { suggest } from '../../shared/agency-file/suggest.ts';
import { ok } from '../../shared/result.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { statusFacts } from '../../shared/rules/status.ts';
import type { Command } from './command.ts';
import { loadAgency } from './files.ts';
import { knownPerson, momentsOf } from './moments.ts';
import { evaluationJson } from './standing-json.ts';
import { evaluationTable } from './standing-table.ts';

/** `muster evaluate`: every standing of an agency, its people and teams as of a day, as JSON or as a table. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'judge everybody, the agency and its teams against every requirement, as of a day',
  options: {
    agency: { value: 'FILE', required: true },
    'as-of': { value: 'DATE' },
    from: { value: 'DATE' },
    to: { value: 'DATE' },
    'known-at': { value: 'DATE-OR-INSTANT' },
    person: { value: 'ID' },
    all: { flag: true },
    format: { value: 'table|json' },
    'fail-on-findings': { flag: true },
  },
  run: async (options, io) => {
    const format = options.choice('format', ['table', 'json']);
    if (!format.ok) return format;
    const loaded = await loadAgency(io, options.required('agency'));
    if (!loaded.ok) return loaded;
    const { file } = loaded.value;
    const moments = momentsOf(options, file, io);
    if (!moments.ok) return moments;
    const personId = options.text('person');
    if (personId !== undefined) {
      const known = knownPerson(file, personId, suggest(personId, file.people.map((person) => person.id)));
      if (!known.ok) return known;
    }
    const evaluation = evaluate(file, { ...moments.value, ...(personId === undefined ? {} : { personId }), all: options.has('all') });
    io.stdout(format.value === 'json'
      ? `${JSON.stringify(evaluationJson(file, evaluation, moments.value.from), null, 2)}\n`
      : evaluationTable(file, evaluation));
    const findings = evaluation.standings.some((standing) => !statusFacts[standing.status].compliant);
    return ok(findings && options.has('fail-on-findings') ? 1 : 0);
  },
};
