import { z } from 'zod';

const shape = z.email();

/** Whether a text can be written to as one e-mail address, `ana@example.org`: no display name, no list, at most 254 characters (RFC 5321). */
export const isEmailAddress = (text: string): boolean => text.length <= 254 && shape.safeParse(text).success;

export const emailSchema = z.string().refine(isEmailAddress, { error: 'expected an e-mail address such as ana@example.org' });

/** Longest `mailto:` address handed to the system, in characters: what the mail programs of every system take whole. */
export const mailtoLimit = 1_900;
