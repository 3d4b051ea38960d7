import type { ApartKind, MarkKind } from '../../shared/model/document.ts';

export const markWords: Readonly<Record<MarkKind, string>> = { 'birth-date': 'Birth date', address: 'Address', identifier: 'Number', other: 'Other' };

export const apartWords: Readonly<Record<ApartKind, { readonly title: string; readonly why: string }>> = {
  'i-9': { title: 'Form I-9', why: 'Form I-9 and its copies are kept in a file of their own, apart from the personnel file.' },
  payroll: { title: 'Payroll, W-4', why: 'Pay, tax and bank details say nothing about a requirement.' },
  health: { title: 'Health details', why: 'What is known of somebody’s health is confidential. A binder shows result and date only.' },
  'equal-opportunity': { title: 'Equal opportunity data', why: 'Race, sex, age and disability are surveyed apart from the file anybody decides by.' },
  'social-security': { title: 'Social security number', why: 'The whole paper is about the number, so there is nothing to show once it is taken out.' },
};
