import { kindTable } from '../../../shared/intake/kind-table.ts';
import { paperOf, paperWords, type PaperKind } from '../../../shared/intake/kinds.ts';
import { evidenceKinds, evidenceKindWords } from '../../../shared/model/evidence.ts';

/** A kind of paper as a choice names it. */
export const paperKey = ({ kind, category }: PaperKind): string => (category === null ? kind : `${kind}/${category}`);

const apart = kindTable.filter((row) => row.apart !== undefined).map(paperOf);
const ordinary = evidenceKinds.map((kind): PaperKind => ({ kind, category: null, apart: null }));
const papers = new Map([...ordinary, ...apart].map((paper) => [paperKey(paper), paper]));

/** Everything a paper can be: the kinds of evidence, and what is kept apart from the personnel file. */
export const paperChoices = [
  { group: 'Evidence', items: ordinary.map((paper) => ({ value: paperKey(paper), label: evidenceKindWords[paper.kind] })) },
  { group: 'Kept apart from the personnel file', items: apart.map((paper) => ({ value: paperKey(paper), label: paperWords(paper) })) },
];

/** The paper a choice stands for; null for no choice. */
export const paperChosen = (key: string | null): PaperKind | null => (key === null ? null : (papers.get(key) ?? null));
