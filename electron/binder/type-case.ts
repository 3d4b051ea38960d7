import type { TypeCase } from '../../shared/pdf/binder-document.tsx';
import { faceNames, type FaceName } from '../../shared/pdf/faces.ts';
import type { Plan } from '../../shared/pdf/page-plan.ts';

// Letters that faces draw as one glyph: set with the case, so that the glyphs of all chapters are the same.
const joined = /ffi|ffl|ff|fi|fl|fj|ft|tt|Th/g;

/** What each face sets in a plan: characters and joined letters, in one order. */
export function typeCaseOf(plan: Plan): TypeCase {
  const found = new Map<FaceName, Set<string>>();
  const setOf = (face: FaceName): Set<string> => {
    const known = found.get(face) ?? new Set<string>();
    found.set(face, known);
    return known;
  };
  for (const page of plan.pages) {
    for (const op of page.ops) {
      if (op.kind === 'watermark') for (const character of op.text) setOf('serif').add(character);
      if (op.kind !== 'text') continue;
      const set = setOf(op.face);
      for (const character of op.text) set.add(character);
      for (const letters of op.text.match(joined) ?? []) set.add(letters);
    }
  }
  // Page numbers are counted with before they are known.
  for (const figure of '0123456789') for (const face of ['sans', 'bold'] as const) setOf(face).add(figure);
  return sorted(found);
}

/** The case for a whole file: everything any of its stretches sets. */
export function joinTypeCases(cases: Iterable<TypeCase>): TypeCase {
  const found = new Map<FaceName, Set<string>>();
  for (const each of cases) {
    for (const [face, texts] of Object.entries(each) as [FaceName, readonly string[]][]) {
      const set = found.get(face) ?? new Set<string>();
      for (const text of texts) set.add(text);
      found.set(face, set);
    }
  }
  return sorted(found);
}

function sorted(found: ReadonlyMap<FaceName, ReadonlySet<string>>): TypeCase {
  // Single characters first, by code unit: faces and glyphs then always come in the same order.
  const order = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  return Object.fromEntries(faceNames.flatMap((face) => {
    const set = found.get(face);
    return set === undefined ? [] : [[face, [...set].sort(order)] as const];
  }));
}
