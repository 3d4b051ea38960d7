import type { ReadList } from '../list.ts';
import { NearTexts } from './near-texts.ts';
import { rowProfiles, type RowProfile, type SubjectProfile } from './profile.ts';

/** A list made ready for searching. */
export type ListIndex = {
  readonly list: ReadList;
  readonly profiles: readonly RowProfile[];
  /** The places in `profiles` of every row a subject could match or come near to, ascending and without repeats. */
  readonly places: (us: SubjectProfile) => readonly number[];
};

/** Which of many filed rows bear a key: places in the order of the list, all in one array. */
type Filed = { readonly starts: Int32Array; readonly places: Int32Array };

function push<Key>(map: Map<Key, number[]>, key: Key, place: number): void {
  const places = map.get(key);
  if (places === undefined) map.set(key, [place]);
  else places.push(place);
}

/** Files rows under the ids of their texts, as two flat arrays: an array object for each of tens of thousands of names would cost more than the names. */
function filed(pairs: readonly number[], ids: number): Filed {
  const starts = new Int32Array(ids + 1);
  for (let at = 0; at < pairs.length; at += 2) {
    const id = pairs[at] ?? 0;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  }
  for (let id = 0; id < ids; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const places = new Int32Array(pairs.length / 2);
  for (let at = 0; at < pairs.length; at += 2) {
    const id = pairs[at] ?? 0;
    const to = next[id] ?? 0;
    places[to] = pairs[at + 1] ?? 0;
    next[id] = to + 1;
  }
  return { starts, places };
}

/**
 * Makes a list ready for searching. Nothing the tier rule would find is lost, because each of its branches needs one of these, and every row that has one of
 * them is visited and judged by the very same rule:
 *
 * 1. the NPI is equal: filed by NPI;
 * 2. the birth date is equal: filed by birth date. Every rule that allows two mistakes in one name, or another surname, demands it;
 * 3. a form of the surname agrees with at most one mistake: every form of every surname is filed, and found with one mistake (`NearTexts`);
 * 4. given and family name are swapped: then our given name is exactly a filed surname form, which 3 looks up as well;
 * 5. the surname is cut at the width of its field and ours goes on: then ours is at most one letter shorter than what is left of theirs, and all rows cut so short
 *    are visited;
 * 6. a business's name: rows with one are at most a few thousand, and vendors are few, so all of them are visited for a vendor.
 *
 * A row that comes near without matching has an equal birth date or an agreeing surname, so it is among those of 2, 3 and 5.
 */
export function buildIndex(list: ReadList): ListIndex {
  const profiles = rowProfiles(list);
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const pairs: number[] = [];
  const byNpi = new Map<string, number[]>();
  const byBirth = new Map<number, number[]>();
  const cut: { readonly place: number; readonly length: number }[] = [];
  const businesses: number[] = [];
  for (const [place, { row, surnames, business, birth }] of profiles.entries()) {
    for (const form of surnames) {
      let id = ids.get(form.text);
      if (id === undefined) {
        id = texts.length;
        ids.set(form.text, id);
        texts.push(form.text);
      }
      pairs.push(id, place);
      if (form.kind === 'cut') cut.push({ place, length: form.text.length });
    }
    if (row.npi !== null) push(byNpi, row.npi, place);
    if (birth !== null) push(byBirth, birth, place);
    if (business !== null) businesses.push(place);
  }
  cut.sort((one, other) => one.length - other.length);
  const near = new NearTexts(texts);
  const { starts, places: placesOf } = filed(pairs, texts.length);
  // Which subject visited a row last: a set that is emptied by counting on.
  const visited = new Int32Array(profiles.length);
  let visit = 0;

  const places = (us: SubjectProfile): readonly number[] => {
    visit += 1;
    const found: number[] = [];
    const add = (place: number): void => {
      if (visited[place] === visit) return;
      visited[place] = visit;
      found.push(place);
    };
    const addId = (id: number): void => {
      for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1) add(placesOf[at] ?? 0);
    };
    if (us.npi !== null) for (const place of byNpi.get(us.npi) ?? []) add(place);
    if (us.birth !== null) for (const place of byBirth.get(us.birth) ?? []) add(place);
    if (us.surnames.length > 0) {
      for (const form of us.surnames) for (const id of near.near(form.text)) addId(id);
      for (const form of us.givens) {
        const id = near.idOf(form.text);
        if (id !== undefined) addId(id);
      }
      const longest = Math.max(...us.surnames.map(({ text }) => text.length));
      for (const { place, length } of cut) {
        if (length > longest + 1) break;
        add(place);
      }
    }
    if (us.businesses.length > 0) for (const place of businesses) add(place);
    return found.sort((one, other) => one - other);
  };
  return { list, profiles, places };
}
