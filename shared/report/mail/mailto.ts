import { mailtoLimit } from '../../model/email.ts';
import type { MailDraft } from './draft.ts';

/**
 * A draft as a `mailto:` address (RFC 6068), for the system's own mail program; null where it is longer than every program
 * takes whole, and a file must carry it instead.
 */
export function mailtoOf({ to, subject, body }: MailDraft): string | null {
  const part = (text: string): string => encodeURIComponent(wellFormed(text));
  const address = `mailto:${to === null ? '' : part(to.address)}?subject=${part(subject)}&body=${part(body.replace(/\r\n|\r|\n/g, '\r\n'))}`;
  return address.length <= mailtoLimit ? address : null;
}

/** Without halves of characters, which no address can carry. */
const wellFormed = (text: string): string => Array.from(text, (character) => (/^[\uD800-\uDFFF]$/.test(character) ? '\uFFFD' : character)).join('');
