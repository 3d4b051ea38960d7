/** The first page of an exhibit of a person, as links, bookmarks and page numbers name it. `number`: as printed, `C-1` or `07-C-1`. */
export const exhibitPlace = (personId: string, number: string): string => `person:${personId}/exhibit/${number}`;

/** The divider of a tab of exhibits. */
export const exhibitTabPlace = (personId: string, tab: string): string => `person:${personId}/exhibits/${tab}`;

const mostListed = 12;

/** "2, 3 and 5"; of a long list the first dozen and how many more there are. */
export function listed(words: readonly string[]): string {
  if (words.length > mostListed) return `${words.slice(0, mostListed).join(', ')} and ${words.length - mostListed} more`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
