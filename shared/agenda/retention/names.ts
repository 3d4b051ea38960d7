import type { Person } from '../../model/person.ts';

/** Letters and digits of a text, lower case, without accents, one space between words and around them. */
const plainText = (text: string): string => ` ${text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/**
 * Whether a text names a person: any of their given names beside any of their family names, in either order, whatever stands between the words
 * of file names, or one of the further texts given, such as the name of a document. Somebody of the same name is taken for them.
 */
export function namesPerson(person: Person, further: readonly string[] = []): (text: string) => boolean {
  const forms = new Set<string>();
  const givens = new Set(person.names.flatMap(({ given, middle }) => [given, ...(middle === undefined || middle === '' ? [] : [`${given} ${middle}`, `${given} ${middle.slice(0, 1)}`])]));
  for (const given of givens) for (const { family } of person.names) for (const form of [`${given} ${family}`, `${family} ${given}`]) forms.add(plainText(form));
  for (const text of further) forms.add(plainText(text));
  const wanted = [...forms].filter((form) => form.trim() !== '');
  return (text) => {
    const plain = plainText(text);
    return wanted.some((form) => plain.includes(form));
  };
}

/** The initials that stay in the disposal log: of the first legal name, or the first there is. */
export function initialsOf(person: Person): string {
  const name = person.names.find(({ kind }) => kind === 'legal') ?? person.names[0];
  const first = (text: string | undefined): string => (text === undefined ? '' : (Array.from(text.trim())[0] ?? '').toUpperCase());
  return [first(name?.given), first(name?.family)].filter((each) => each !== '').map((each) => `${each}.`).join(' ');
}
