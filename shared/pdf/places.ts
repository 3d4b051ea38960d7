/** The first page of an exhibit of a person, as links, bookmarks and page numbers name it. `number`: as printed, `C-1` or `07-C-1`. */
export const exhibitPlace = (personId: string, number: string): string => `person:${personId}/exhibit/${number}`;

/** The divider of a tab of exhibits. */
export const exhibitTabPlace = (personId: string, tab: string): string => `person:${personId}/exhibits/${tab}`;
