import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailTemplateKinds, type Agency } from '../../../../shared/model/agency.ts';
import { merge, mergeErrorWords, mergeFields } from '../../../../shared/report/mail/merge.ts';
import { templateOf, templateProblem, usualTemplates, withTemplate } from '../../../../shared/report/mail/templates.ts';

describe('merging', () => {
  test('puts values in the place of fields, with or without blanks in the braces', () => {
    expect(merge('Hello {{given}}, {{ due }}.', { given: 'Ana', due: '30 Mar 2026' })).toEqual({ ok: true, value: 'Hello Ana, 30 Mar 2026.' });
  });

  test('names the field that is unknown, the one without a value, and braces that do not pair', () => {
    expect(merge('{{given}} {{nmae}}', { given: 'Ana' })).toEqual({ ok: false, error: { code: 'unknown-field', field: 'nmae' } });
    expect(merge('{{name}}', {})).toEqual({ ok: false, error: { code: 'no-value', field: 'name' } });
    expect(merge('{{toString}}', {})).toEqual({ ok: false, error: { code: 'unknown-field', field: 'toString' } });
    for (const template of ['{{name', 'name}}', '{{name}} and {{', '{{na{me}}']) expect(merge(template, { name: 'Ana' })).toMatchObject({ ok: false });
    expect(mergeErrorWords({ code: 'unknown-field', field: 'nmae' })).toContain('There is no field {{nmae}}.');
  });

  test('a value with braces stays what it is, and nothing leaves unmerged', () => {
    expect(merge('{{name}}', { name: '{{agency}}' })).toEqual({ ok: true, value: '{{agency}}' });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...mergeFields.map((field) => `{{${field}}}`)), fc.string().filter((text) => !/[{}]/.test(text)))), (parts) => {
        const merged = merge(parts.join(''), Object.fromEntries(mergeFields.map((field) => [field, 'V'])));
        expect(merged).toEqual({ ok: true, value: parts.map((part) => (part.startsWith('{{') ? 'V' : part)).join('') });
      }),
    );
  });
});

describe('templates', () => {
  const agency: Agency = { name: 'Pelican Sample Agency', packs: [] };

  test.each(mailTemplateKinds)('the usual one, %s, can be merged', (kind) => {
    expect(templateProblem(kind, usualTemplates[kind])).toBeNull();
  });

  test('an agency may word its own, and have the usual one back', () => {
    const own = { subject: 'Your {{requirement}}', body: '{{list}}' };
    const changed = withTemplate(agency, 'person', own);
    if (!changed.ok) throw new Error('refused');
    expect(templateOf(changed.value, 'person')).toEqual(own);
    expect(templateOf(changed.value, 'digest')).toEqual(usualTemplates.digest);
    expect(withTemplate(changed.value, 'person', usualTemplates.person)).toEqual({ ok: true, value: agency });
  });

  test('what could not be merged later is refused when it is written', () => {
    expect(withTemplate(agency, 'person', { subject: ' ', body: 'x' })).toEqual({ ok: false, error: { code: 'empty', part: 'subject' } });
    expect(withTemplate(agency, 'person', { subject: 'x', body: '\n' })).toEqual({ ok: false, error: { code: 'empty', part: 'body' } });
    expect(withTemplate(agency, 'person', { subject: 'x', body: '{{frist}}' })).toMatchObject({ ok: false, error: { code: 'unknown-field', field: 'frist' } });
    expect(withTemplate(agency, 'digest', { subject: 'x', body: 'Hello {{given}}' })).toMatchObject({ ok: false, error: { code: 'no-value', field: 'given' } });
  });
});
