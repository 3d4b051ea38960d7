import type { RecipientProfile } from '../model/recipient-profile.ts';
import type { BinderOptions } from './context.ts';
import { internalProfile } from './profiles.ts';

/** For whom a binder is made: who is named, else the agency itself. */
export const recipientOf = ({ profile }: Pick<BinderOptions, 'profile'>): RecipientProfile => profile ?? internalProfile;

const redactionWords = { 'birth-date': 'birth dates', address: 'addresses', identifier: 'numbers that identify a person', other: 'areas marked for other reasons' } as const;

/** What is taken out for a recipient, for the cover: "birth dates", "addresses". */
export const takenOutWords = ({ redact }: RecipientProfile): readonly string[] => redact.map((each) => redactionWords[each]);
