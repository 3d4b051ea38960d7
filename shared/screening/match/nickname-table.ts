import { englishAToJ } from './nickname-table/english-a-to-j.ts';
import { englishKToZ } from './nickname-table/english-k-to-z.ts';
import { french } from './nickname-table/french.ts';
import { spanish } from './nickname-table/spanish.ts';

/**
 * Given names and the short, pet and everyday forms people go by. One line a name: its spellings, a colon, its forms; A to Z only. All
 * names of a line stand for one another; a form on several lines (Alex, Chris, Pat) joins nothing across them.
 *
 * Source: compiled for Muster from general knowledge of the English, Spanish and Louisiana French given names in use in the United
 * States. The layout, a formal name with its short forms, and the kinds of names covered follow the public table
 * https://github.com/carltonnorthern/nicknames, from which no text is taken. A form is listed when it is commonly used for the name,
 * whatever else it is used for: a form too many asks one question more, a form too few may miss somebody.
 */
export const nicknameLines: readonly string[] = [...englishAToJ, ...englishKToZ, ...spanish, ...french];
