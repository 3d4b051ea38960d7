import type { RecipientProfile } from '../model/recipient-profile.ts';
import type { BinderContext, BinderOptions } from './context.ts';
import { internalProfile } from './profiles.ts';

/** For whom a binder is made: who is named, else the agency itself. */
export const recipientOf = ({ profile }: Pick<BinderOptions, 'profile'>): RecipientProfile => profile ?? internalProfile;

/** Whether a document is one of the papers that stay out of the binder of this recipient. */
export function isKeptApart(context: Pick<BinderContext, 'document' | 'options'>, id: string): boolean {
  const apart = context.document(id)?.apart;
  return apart !== undefined && !recipientOf(context.options).include.includes(apart);
}

const redactionWords = { 'birth-date': 'birth dates', address: 'addresses', identifier: 'numbers that identify a person', other: 'areas marked for other reasons' } as const;

/** What is taken out for a recipient, for the cover: "birth dates", "addresses". */
export const takenOutWords = ({ redact }: RecipientProfile): readonly string[] => redact.map((each) => redactionWords[each]);
