import { fromDay, toDay } from '../civil-date.ts';
import type { Career } from './career.ts';
import { after, type Draft, type Quirk, type Slot } from './draft.ts';

// Each quirk is one story an HR officer knows. Profiles name them; nothing here knows who has which.

const change = (slot: Slot, to: (draft: Draft, career: Career) => Draft): Quirk => (drafts, career) =>
  drafts.map((draft) => (draft.slot === slot ? to(draft, career) : draft));

const replace = (slot: Slot, by: (career: Career) => readonly Draft[]): Quirk => (drafts, career) =>
  [...drafts.filter((draft) => draft.slot !== slot), ...by(career)];

const add = (by: (career: Career) => readonly Draft[]): Quirk => (drafts, career) => [...drafts, ...by(career)];

const lastOf = (drafts: readonly Draft[], slot: Slot): Draft | undefined => drafts.findLast((draft) => draft.slot === slot);

const ago = (career: Career, days: number): ReturnType<typeof after> => after(career.today, -days);

/** Nothing of the slot was ever filed. */
export const without = (slot: Slot): Quirk => replace(slot, () => []);

/** How the papers came to the office: photographed, faxed, as a Word file, or in one scan of the whole file. Only the last of a slot that repeats. */
export const cameAs = (paper: NonNullable<Draft['paper']>, ...slots: readonly Slot[]): Quirk => (drafts) =>
  drafts.map((draft) => (slots.includes(draft.slot) && (paper === 'scan' || draft === lastOf(drafts, draft.slot)) ? { ...draft, paper } : draft));

/** The item is recorded, but nobody filed its paper. */
export const withoutPaper = (slot: Slot): Quirk => change(slot, (draft) => ({ ...draft, bare: true }));

export const staleBackgroundCheck = (age: number): Quirk =>
  change('background', (draft, { hire }) => ({ ...draft, requestedOn: after(hire, -age - 3), performedOn: after(hire, -age), resultOn: after(hire, -age + 4) }));

export const sameDayBackgroundCheck: Quirk =
  change('background', (draft, { hire }) => ({ ...draft, performedOn: fromDay(hire), resultOn: fromDay(hire) }));

/** A note, signed later, that the same-day check was finished before work began. */
export const attestedBackgroundCheck: Quirk = add(({ hire }) => [
  { slot: 'attestation', kind: 'attestation', aboutSlot: 'background', performedOn: after(hire, 2), note: 'The report arrived at 7:40, the first shift began at 9:00.' },
]);

export const lateRegistryCheck = (days: number): Quirk =>
  change('registry', (draft, { hire }) => ({ ...draft, performedOn: after(hire, days), resultOn: after(hire, days) }));

/** A TB test so many days before the hire, so that it is (or on a planned day will be) too old. */
export const tbTestBeforeHire = (age: number): Quirk =>
  change('tb', (draft, { hire }) => ({ ...draft, performedOn: after(hire, -age), resultOn: after(hire, -age + 2) }));

export const chestXrayAfterPositive: Quirk = replace('tb', ({ hire }) => [
  { slot: 'tb', kind: 'tb-test', performedOn: after(hire, -21), resultOn: after(hire, -19), result: 'positive', parts: ['tst'], issuer: 'Parish health unit' },
  { slot: 'tb', kind: 'tb-test', performedOn: after(hire, -15), resultOn: after(hire, -14), result: 'not-communicable', parts: ['chest-xray'], issuer: 'Bayou Imaging' },
]);

export const lateCards = (days: number): Quirk => replace('cpr', ({ hire }) => [
  { slot: 'cpr', kind: 'cpr-first-aid', issuedOn: after(hire, days), parts: ['cpr', 'first-aid'], issuer: 'American Heart Association', result: 'complete' },
]);

/** The card in force runs out so many days from today (negative: ran out). */
export const cardsRunOut = (days: number): Quirk =>
  replace('cpr', ({ today, hire }) => [
    { slot: 'cpr', kind: 'cpr-first-aid', issuedOn: after(hire, 25), expiresOn: after(today, days), parts: ['cpr', 'first-aid'], issuer: 'American Heart Association', result: 'complete' },
  ]);

export const heartCardOnly: Quirk = change('cpr', (draft) => ({ ...draft, parts: ['cpr'], note: 'Basic Life Support card; no First Aid' }));

export const otherIssuer = (issuer: string): Quirk => change('cpr', (draft) => ({ ...draft, issuer }));

/** The yearly training was last done so many days ago. */
export const lastTrained = (slot: 'crisis' | 'continuing-education' | 'confidentiality' | 'evaluation', days: number): Quirk => (drafts, career) => {
  const model = lastOf(drafts, slot);
  const kept = drafts.filter((draft) => draft.slot !== slot || (draft.performedOn ?? '') < ago(career, days));
  return model === undefined ? kept : [...kept, { ...model, performedOn: ago(career, days) }];
};

export const partMissing = (slot: Slot, part: string): Quirk =>
  change(slot, (draft) => ({ ...draft, parts: (draft.parts ?? []).filter((each) => each !== part) }));

export const equivalencyDiploma: Quirk = change('diploma', (draft) => ({ ...draft, parts: ['ged'] }));

/** The experience stated for a part, in months. */
export const experienceOf = (part: string, months: number): Quirk =>
  change('experience', (draft) => (draft.parts?.includes(part) === true ? { ...draft, months } : draft));

export const certifiedOn = (daysAfterHire: number): Quirk => replace('cips', ({ hire }) => [
  { slot: 'cips', kind: 'cips', issuedOn: after(hire, daysAfterHire), expiresOn: after(hire, daysAfterHire + 1096), issuer: 'IPS certification board' },
]);

export const trainedOn = (slot: 'ips-training' | 'clinical-basics' | 'ips-101' | 'planning' | 'interviewing' | 'mentoring' | 'supervising', days: number): Quirk =>
  change(slot, (draft, { hire }) => ({ ...draft, performedOn: after(hire, days) }));

export const waived = (slot: 'ips-101' | 'planning' | 'interviewing', daysBeforeHire: number): Quirk =>
  change(slot, (draft, { hire }) => ({ ...draft, performedOn: after(hire, -daysBeforeHire), result: 'waived', note: 'Waived by the executive director; certificate of the earlier employer on file.' }));

/** Of the courses of each year only the first two were taken: eight hours of ten. */
export const shortOfHours: Quirk = (drafts, career) => {
  const courses = drafts.filter((draft) => draft.slot === 'hours');
  const skipped = new Set(courses.filter((_, at) => at % 3 === 2));
  const inClosedYear = (draft: Draft): boolean => (draft.performedOn ?? '') < ago(career, (career.today - career.hire) % 365);
  return drafts.filter((draft) => !(skipped.has(draft) && inClosedYear(draft)));
};

export const withoutApprovingBody: Quirk = change('hours', ({ approvingBody: _none, ...draft }) => draft);

export const policyExpired = (slot: 'insurance' | 'driving', days: number): Quirk => (drafts, career) => {
  const first = drafts.find((draft) => draft.slot === slot);
  const rest = drafts.filter((draft) => draft.slot !== slot);
  return first === undefined ? rest : [...rest, { ...first, expiresOn: ago(career, days) }];
};

/** Typed wrong at first, then corrected by an item that supersedes it. */
export const correctedCard: Quirk = (drafts) => {
  const card = lastOf(drafts, 'cpr');
  if (card?.issuedOn === undefined) return drafts;
  const wrong: Draft = { ...card, issuedOn: after(toDay(card.issuedOn), -31), note: 'Month misread' };
  return drafts.flatMap((draft): readonly Draft[] => (draft === card ? [wrong, { ...card, correctsPrevious: true }] : [draft]));
};

/** Somebody else's result, filed here by mistake and taken back. */
export const misfiledDrugScreen = (days: number): Quirk => add((career) => [
  {
    slot: 'drug', kind: 'drug-screen', performedOn: ago(career, days), resultOn: ago(career, days - 2), result: 'positive', issuer: 'Delta Laboratories', bare: true,
    retractedAt: `${ago(career, days - 4)}T16:20:00Z`, retractedReason: 'Belongs to a person of another agency; returned to the laboratory.',
  },
]);
