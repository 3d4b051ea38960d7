import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { Deadline } from '../../../../shared/agenda/deadlines/deadline.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { isEmailAddress } from '../../../../shared/model/email.ts';
import { digestDraft, personDraft, supervisorDraft, type MailDraft } from '../../../../shared/report/mail/draft.ts';
import { draftEml, emlName } from '../../../../shared/report/mail/eml.ts';
import { mailtoOf } from '../../../../shared/report/mail/mailto.ts';

const today = civilDate('2026-03-19');
const at = '2026-03-19T14:05:09Z';
const words = { title: (id: string) => (id === 'la.cpr' ? 'CPR and First Aid' : id) };

const file: AgencyFile = {
  format: 'muster-agency',
  version: 1,
  agency: { name: 'Pelican Sample Agency', packs: ['la-medicaid'] },
  people: [
    { id: 'p1', names: [{ kind: 'legal', given: 'Zoë', family: 'Nguyễn' }], email: 'zoe@example.org', employments: [] },
    { id: 'p2', names: [{ kind: 'legal', given: 'Dan', family: 'Cole' }], employments: [] },
  ],
  evidence: [],
};
const deadline = (name: string, what: string, date: string, requirement: string | null = 'la.cpr'): Deadline => ({
  key: `${name} ${what}`, area: 'staff', subject: { kind: 'person', id: 'p1', name }, requirement, what, on: civilDate(date), status: 'met', personId: 'p1',
  supervisorId: 'p2', siteId: null, citations: [], changedAt: null, goal: { kind: 'person', personId: 'p1', requirement: requirement ?? '' },
});
const both = [deadline('Zoë Nguyễn', 'Annual training due', '2026-04-30', 'la.ce'), deadline('Zoë Nguyễn', 'CPR and First Aid expires', '2026-03-31')];

describe('drafts', () => {
  test('to the person: addressed, about the nearest, listing all', () => {
    const draft = personDraft(file, 'p1', both, today, words);
    expect(draft).toMatchObject({ ok: true, value: { to: { name: 'Zoë Nguyễn', address: 'zoe@example.org' }, subject: 'CPR and First Aid expires: 31 Mar 2026 (in 12 days)' } });
    expect(draft.ok && draft.value.body).toContain('Hello Zoë,');
    expect(draft.ok && draft.value.body).toContain('- CPR and First Aid expires: 31 Mar 2026 (in 12 days)\n- Annual training due: 30 Apr 2026 (in 42 days)');
  });

  test('to the supervisor, whose address nobody recorded, naming whom it is about', () => {
    const draft = supervisorDraft(file, 'p2', both, today, words);
    expect(draft).toMatchObject({ ok: true, value: { to: null, subject: '2 deadlines of people you supervise, the nearest 31 Mar 2026' } });
    expect(draft.ok && draft.value.body).toContain('- Zoë Nguyễn: CPR and First Aid expires: 31 Mar 2026 (in 12 days)');
  });

  test('the digest lists everything by how near it is, in columns', () => {
    const draft = digestDraft(file, [...both, deadline('Dan Cole', 'TB test due', '2026-03-01'), { ...deadline('Pelican Sample Agency', 'Insurance ends', '2026-03-02'), subject: { kind: 'agency', id: null, name: 'Pelican Sample Agency' } }], today);
    expect(draft.ok && draft.value.body).toContain(
      'OVERDUE (2)\n1 Mar 2026   18 days ago  Dan Cole    TB test due\n2 Mar 2026   17 days ago  The agency  Insurance ends\n\nWITHIN 30 DAYS (1)\n31 Mar 2026  in 12 days   Zoë Nguyễn  CPR and First Aid expires\n\nLATER (1)\n30 Apr 2026  in 42 days   Zoë Nguyễn  Annual training due',
    );
    expect(draft).toMatchObject({ value: { to: null, subject: 'Pelican Sample Agency: 4 deadlines on 19 Mar 2026' } });
  });

  test('nothing due, nobody there, and a field that does not exist make no draft', () => {
    expect(personDraft(file, 'p1', [], today, words)).toEqual({ ok: false, error: { code: 'nothing-due' } });
    expect(personDraft(file, 'p9', both, today, words)).toEqual({ ok: false, error: { code: 'nobody-to-write-to' } });
    const own: AgencyFile = { ...file, agency: { ...file.agency, mailTemplates: { person: { subject: '{{wat}}', body: 'x' } } } };
    expect(personDraft(own, 'p1', both, today, words)).toEqual({ ok: false, error: { code: 'unknown-field', field: 'wat' } });
  });
});

const parsed = async (draft: MailDraft) => {
  const text = draftEml(draft, at);
  return { text, mail: await PostalMime.parse(text) };
};

describe('as a file', () => {
  test('a standard parser reads back what was written, whatever the letters', async () => {
    const { text, mail } = await parsed({ to: { name: 'Zoë "Z" Nguyễn', address: "zoe.o'neil@example.org" }, subject: 'CPR läuft ab: 31 Mar 2026 – 日本語の長い件名がここに続きます、折り返しのために', body: 'Zeile mit Ende  \nπ = 3,14 \n.\nFrom here\n' });
    expect(mail.subject).toBe('CPR läuft ab: 31 Mar 2026 – 日本語の長い件名がここに続きます、折り返しのために');
    expect(mail.to).toEqual([{ name: 'Zoë "Z" Nguyễn', address: "zoe.o'neil@example.org" }]);
    expect(mail.date).toBe('2026-03-19T14:05:09.000Z');
    expect(mail.text?.replace(/\n$/, '')).toBe('Zeile mit Ende  \nπ = 3,14 \n.\nFrom here');
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(text).toMatch(/^X-Unsent: 1\r\nDate: Thu, 19 Mar 2026 14:05:09 \+0000\r\n/);
  });

  test('any subject, name and body: ASCII, short lines, CRLF only, and no header can be smuggled in', async () => {
    const unit = fc.string({ unit: 'binary', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(unit, unit, unit, async (subject, name, body) => {
        const { text, mail } = await parsed({ to: { name, address: 'a@example.org' }, subject, body });
        // The line breaks themselves aside, every byte is printable ASCII or a tab inside a line of the body.
        for (const line of text.split('\r\n')) expect(line).toMatch(/^[\t -~]{0,76}$/);
        expect(mail.headers.map(({ key }) => key)).toEqual(['x-unsent', 'date', 'to', 'subject', 'mime-version', 'content-type', 'content-transfer-encoding']);
        expect(mail.to?.[0]?.address).toBe('a@example.org');
      }),
      { numRuns: 200 },
    );
  });

  test('long words fold, and encoded words keep to 75 characters', async () => {
    const { text, mail } = await parsed({ to: null, subject: 'x'.repeat(300), body: 'y'.repeat(300) });
    expect(mail.subject).toBe('x'.repeat(300));
    expect(mail.text?.trim()).toBe('y'.repeat(300));
    expect(mail.to).toBeUndefined();
    for (const [word] of text.matchAll(/=\?UTF-8\?Q\?[^?]*\?=/g)) expect(word.length).toBeLessThanOrEqual(75);
  });

  test('its name is one every system takes', () => {
    expect(emlName('CPR: 31/3 "now"?')).toBe('CPR 31 3 now.eml');
    expect(emlName(' ../.. ')).toBe('Reminder.eml');
    expect(emlName('')).toBe('Reminder.eml');
    expect(emlName('ü'.repeat(200))).toHaveLength(84);
  });
});

describe('as an address', () => {
  test('everything is escaped, lines end as the standard asks, and the long ones need a file', () => {
    expect(mailtoOf({ to: { name: 'Ana', address: "o'neil@example.org" }, subject: 'A & B?', body: 'one\ntwo=3 \uD800' })).toBe(
      "mailto:o'neil%40example.org?subject=A%20%26%20B%3F&body=one%0D%0Atwo%3D3%20%EF%BF%BD",
    );
    expect(mailtoOf({ to: null, subject: 's', body: '' })).toBe('mailto:?subject=s&body=');
    const room = 1_900 - 'mailto:?subject=s&body='.length;
    expect(mailtoOf({ to: null, subject: 's', body: 'b'.repeat(room) })).toHaveLength(1_900);
    expect(mailtoOf({ to: null, subject: 's', body: 'b'.repeat(room + 1) })).toBeNull();
  });
});

test('an e-mail address is one address and nothing else', () => {
  for (const good of ['ana@example.org', "o'neil.b+hr@mail.example.co"]) expect(isEmailAddress(good)).toBe(true);
  for (const bad of ['', 'ana', 'ana@', '@example.org', 'ana@example', 'a@b.org, c@d.org', 'Ana <ana@example.org>', 'ana@example.org\n', 'ana@example.org\r\nBcc: x@y.org', `${'a'.repeat(250)}@example.org`]) {
    expect(isEmailAddress(bad), bad).toBe(false);
  }
});
