import type { DemoVerdict } from './screening.ts';

// What the demo's HR officer decided about entries that turned out to be somebody else, or could not be told.

export const anotherNurse: DemoVerdict = {
  verdict: 'not-the-person', ssnVerified: true, compared: ['Social Security number on the OIG site', 'occupation'],
  reason: 'The number search on the OIG site returned no match for this entry. The entry is a nurse’s; she has never held a nursing licence.',
};

export const anotherTown: DemoVerdict = {
  verdict: 'not-the-person', compared: ['address', 'occupation', 'date of the exclusion'],
  reason: 'The entry is of a pharmacy owner in another town, excluded while she worked full time for her former employer, who confirmed it by telephone.',
};

export const anotherTrade: DemoVerdict = {
  verdict: 'not-the-person', compared: ['address', 'cross-reference of the entry'],
  reason: 'The entry belongs to a building contractor; the cross-reference names his firm. Our counselor has never owned a business.',
};

export const askedTheOffice: DemoVerdict = {
  verdict: 'unable', compared: ['name'],
  reason: 'The entry has neither a birth date nor a number, and the name is common.',
  asked: 'The program integrity office was asked by letter for the birth date of the entry. The person signed an affidavit that he is not the one listed.',
};
