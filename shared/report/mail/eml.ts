import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { MailDraft } from './draft.ts';

/**
 * A draft as the file every mail program opens for sending: RFC 5322 with MIME, in ASCII throughout, lines of at most 76
 * characters. `X-Unsent: 1` opens it as a message yet to be sent; it names no sender, which the sender's program puts in.
 * @param at ISO instant in UTC, the message's date.
 */
export function draftEml({ to, subject, body }: MailDraft, at: string): string {
  const head = [
    'X-Unsent: 1',
    `Date: ${mailDate(at)}`,
    ...(to === null ? [] : [`To: ${to.name === '' ? to.address : `${displayName(to.name)}\r\n <${to.address}>`}`]),
    `Subject: ${headerText(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${head.join('\r\n')}\r\n\r\n${quotedPrintable(body)}`;
}

/** A file name for a draft: its subject without what systems refuse. */
export function emlName(subject: string): string {
  const plain = subject.replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^[. ]+|[. ]+$/g, '');
  return `${Array.from(plain === '' ? 'Reminder' : plain).slice(0, 80).join('').trim()}.eml`;
}

const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** RFC 5322, 3.3: `Thu, 19 Mar 2026 14:05:00 +0000`. */
function mailDate(at: string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const weekday = weekdays[Math.floor(date.getTime() / 86_400_000) % 7] ?? 'Thu';
  return `${weekday}, ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? 'Jan'} ${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

const isPlain = (text: string): boolean => text.length <= 60 && /^[ -~]*$/.test(text) && !text.includes('=?');
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

function headerText(text: string): string {
  const line = oneLine(text);
  return isPlain(line) ? line : encodedWords(line);
}

/** A name in an address: a quoted string where ASCII, encoded words elsewhere (RFC 2047, 5.3). */
function displayName(text: string): string {
  const line = oneLine(text);
  return isPlain(line) ? `"${line.replace(/["\\]/g, '\\$&')}"` : encodedWords(line);
}

// A line with an encoded word has at most 76 characters (RFC 2047, 2): "Subject: ", "=?UTF-8?Q?" and "?=" take 21 of the first.
const wordLength = 55;

/** RFC 2047 encoded words in Q, never splitting a character, folded one a line. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const encoded = character === ' ' ? '_' : /[A-Za-z0-9!*+\-/]/.test(character) ? character : bytesOf(character);
    if (word.length + encoded.length > wordLength) {
      words.push(word);
      word = '';
    }
    word += encoded;
  }
  return [...words, word].map((each) => `=?UTF-8?Q?${each}?=`).join('\r\n ');
}

const bytesOf = (character: string): string => Array.from(utf8ToBytes(character), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** RFC 2045, 6.7: what is not printable ASCII as `=XX`, lines of at most 76 characters, white space at their ends encoded. */
function quotedPrintable(text: string): string {
  return text.split(/\r\n|\r|\n/).map((line) => {
    const characters = Array.from(line);
    const lines: string[] = [];
    let current = '';
    characters.forEach((character, index) => {
      const last = index === characters.length - 1;
      const blank = character === ' ' || character === '\t';
      const plain = blank ? !last : /[!-<>-~]/.test(character);
      const encoded = plain ? character : bytesOf(character);
      // 75 and the soft break's `=`.
      if (current.length + encoded.length > 75) {
        lines.push(`${current}=`);
        current = '';
      }
      current += encoded;
    });
    return [...lines, current].join('\r\n');
  }).join('\r\n');
}
