import type { PackId } from '../model/agency.ts';
import { countOf } from '../wording.ts';
import { packs } from '../rules/packs/packs.ts';
import { sources } from '../rules/packs/sources.ts';
import { shownId } from '../rules/requirement.ts';
import type { Standing } from '../rules/standing.ts';
import type { Appendix, CitationRow, PackRow, ReadingRow } from './binder-model.ts';
import { byText } from './by-text.ts';
import type { BinderContext } from './context.ts';
import { packsInForce } from './person-facts.ts';

/** The documents cited by some standings, each with its sections and the requirements that rest on them. */
function citationRows(context: BinderContext, standings: readonly Standing[]): readonly CitationRow[] {
  // source, requirement, sections: requirements with the same sections of one document share a line.
  const bySource = new Map<string, Map<string, Set<string>>>();
  for (const standing of standings) {
    for (const citation of standing.citations) {
      const ids = bySource.get(citation.source) ?? new Map<string, Set<string>>();
      const sections = ids.get(standing.requirement) ?? new Set<string>();
      sections.add(citation.section);
      ids.set(standing.requirement, sections);
      bySource.set(citation.source, ids);
    }
  }
  const order = Object.keys(sources);
  return [...bySource]
    .sort(([a], [b]) => (order.indexOf(a) + 1 || 999) - (order.indexOf(b) + 1 || 999) || byText(a, b))
    .flatMap(([source, byId]) => {
      const bySections = new Map<string, string[]>();
      for (const [id, sections] of byId) {
        const key = [...sections].join('; ');
        bySections.set(key, [...(bySections.get(key) ?? []), id]);
      }
      return [
        { short: sources[source]?.short ?? source, requirements: countOf(byId.size, 'requirement'), document: `${sources[source]?.title ?? source}.`, head: true },
        ...[...bySections].map(([section, ids]) => ({
          short: section,
          requirements: ids.map(shownId).join(', '),
          document: ids.map((id) => context.requirement(id)?.title ?? shownId(id)).join('; '),
          head: false,
        })),
      ];
    });
}

/** How doubtful texts were read, for the requirements judged; each question once. */
function readingRows(standings: readonly Standing[]): readonly ReadingRow[] {
  const judged = new Set(standings.map((standing) => standing.requirement));
  const seen = new Map<string, string>();
  for (const id of Object.keys(packs) as PackId[]) {
    for (const row of packs[id].rows) {
      if (!judged.has(row.id)) continue;
      for (const reading of row.readings ?? []) if (!seen.has(reading.question)) seen.set(reading.question, reading.reading);
    }
  }
  return [...seen].map(([question, reading], index) => ({ number: `R-${index + 1}`, question, reading }));
}

/** The packs whose requirements were judged, each with its version. */
const packRows = (context: BinderContext, judged: readonly Standing[]): readonly PackRow[] => {
  const ids = new Set(judged.map((standing) => standing.requirement));
  return packsInForce(context).filter((id) => packs[id].rows.some((row) => ids.has(row.id))).map((id) => ({ id, version: packs[id].version, title: packs[id].title }));
};

/** Appendix 1 for what was judged; requirements that do not apply are left out. */
export function appendixOf(context: BinderContext, standings: readonly Standing[]): Appendix {
  const judged = standings.filter((standing) => standing.status !== 'not-applicable');
  return { citations: citationRows(context, judged), readings: readingRows(judged), packs: packRows(context, judged) };
}
