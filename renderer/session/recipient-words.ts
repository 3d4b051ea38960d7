import type { ApartKind } from '../../shared/model/document.ts';
import { binderSections, binderSectionWords, type RecipientKind, type RecipientProfile, type Redaction } from '../../shared/model/recipient-profile.ts';
import { namesWords } from '../../shared/audit/printed-words.ts';
import { takenOutWords } from '../../shared/report/recipient.ts';
import { countOf } from '../../shared/wording.ts';

export const recipientKindWords: Readonly<Record<RecipientKind, string>> = { payer: 'Payer', state: 'State agency', accreditor: 'Accreditor', internal: 'The agency itself' };

export const redactionWords: Readonly<Record<Redaction, string>> = {
  'birth-date': 'Birth dates', address: 'Home addresses', identifier: 'Numbers that identify a person', other: 'Areas marked for other reasons',
};

export const apartPaperWords: Readonly<Record<ApartKind, string>> = {
  'i-9': 'I-9 forms', payroll: 'Payroll and W-4', health: 'Health details', 'equal-opportunity': 'Equal-opportunity forms', 'social-security': 'Social-security papers',
};

/** All of them, in the order of the list. */
const isUsual = (sections: RecipientProfile['sections']): boolean => sections.length === binderSections.length && sections.every((section, at) => section === binderSections[at]);

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** What a binder for a recipient holds and what it does not, one statement a line. */
export function recipientLines(profile: RecipientProfile): readonly { readonly label: string; readonly words: string }[] {
  const { sections, redact, redactedPages, unknownPages, include, medicalVolume, certificateMonths, splitMegabytes } = profile;
  const taken = takenOutWords(profile);
  const apart = Object.entries(apartPaperWords).flatMap(([kind, words]) => (include.some((each) => each === kind) ? [] : [words.startsWith('I-9') ? words : lower(words)]));
  return [
    { label: 'Contains', words: isUsual(sections) ? 'every section, in the usual order' : ['cover and contents', ...sections.map((section) => lower(binderSectionWords[section]))].join(' · ') },
    ...(sections.includes('certificates') ? [{ label: 'Certificates', words: certificateMonths === undefined ? 'of every month judged' : `of the last ${countOf(certificateMonths, 'month')}` }] : []),
    {
      label: 'Taken out',
      words: redact.length === 0
        ? 'nothing: pages go in as they are'
        : `${namesWords(taken)}; a page that holds any ${redactedPages === 'rasterise' ? 'becomes a picture without it' : 'is left out'}. Pages without text that nobody looked over ${unknownPages === 'leave-out' ? 'are left out' : 'go in as they are'}`,
    },
    { label: 'Health documents', words: medicalVolume ? 'date and result in volume 1; the documents only in volume 2, when you ask for it' : 'date and result only; no volume 2' },
    { label: 'Stay out', words: apart.length === 0 ? 'none of the papers kept apart' : namesWords(apart) },
    ...(splitMegabytes === undefined ? [] : [{ label: 'Parts', words: `files of at most ${splitMegabytes} MB` }]),
  ];
}
