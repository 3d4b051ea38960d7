import type { DocumentFlag, DocumentOnFile } from '../../shared/agenda/documents-on-file.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { countOf } from '../../shared/wording.ts';
import { apartWords } from './mark-words.ts';
import { medicalWords } from './medical-words.ts';

/** One line of a list of documents. */
export type DocumentRow = {
  readonly entry: DocumentOnFile;
  /** Its name; of a medical one without the right to it, date and result. */
  readonly name: string;
  readonly people: string;
  /** What rests on it. */
  readonly what: string;
  readonly day: CivilDate | null;
  readonly pages: string;
  readonly flags: readonly string[];
};

export const flagWords: Readonly<Record<DocumentFlag, string>> = {
  'same-file': 'Same file on two people', unused: 'Nothing rests on it', apart: 'Kept apart', 'not-looked-over': 'Not looked over', purged: 'Purged',
};

/** The lines of documents, in their order. `medical`: whether medical ones may be named. */
export function documentRows(entries: readonly DocumentOnFile[], names: ReadonlyMap<string, string>, medical: boolean, personId: string | null): readonly DocumentRow[] {
  return entries.map((entry): DocumentRow => {
    const { document, uses, people } = entry;
    // On a person's screen their own records come first: the same paper may also rest with somebody else.
    const own = personId === null ? uses : uses.filter((use) => use.personId === personId);
    const first = own.find(({ counts }) => counts) ?? own[0];
    const titles = [...new Set(own.filter(({ counts }) => counts || own.every((use) => !use.counts)).map(({ title }) => title))];
    const hidden = document.vault === 'medical' && !medical;
    return {
      entry,
      name: document.purgedAt !== undefined ? 'Purged document' : hidden ? medicalWords(own) : document.name,
      people: people.map((id) => names.get(id) ?? '').join('; '),
      what: titles.length === 0 ? '' : titles.length === 1 ? (titles[0] ?? '') : `${titles[0] ?? ''} and ${countOf(titles.length - 1, 'more', 'more')}`,
      day: first?.day ?? null,
      pages: first?.pages != null ? `${first.pages}${document.pages === undefined ? '' : ` of ${document.pages}`}` : document.pages === undefined || document.pages === 0 ? '' : String(document.pages),
      flags: entry.flags.flatMap((flag) => (flag === 'not-looked-over' ? [] : [flag === 'apart' && document.apart !== undefined ? `Kept apart: ${apartWords[document.apart].title}` : flagWords[flag]])),
    };
  });
}
