import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import type { BinderModel } from '../../../shared/report/binder-model.ts';
import { binderModel } from '../../../shared/report/build-binder.ts';
import type { BinderOptions } from '../../../shared/report/context.ts';
import { htmlIndex } from '../../../shared/report/html-index.ts';
import { internalProfile } from '../../../shared/report/profiles.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';
import { agencyOf, infoOf, modelOf, standingOf } from './fixture.ts';

const today = civilDate('2026-03-31');
const { file } = demoAgency(today);
const evaluation = evaluate(file, { asOf: today, all: true });
const [one, two] = file.people;
const demoModel = (more: Partial<BinderOptions> = {}): BinderModel => binderModel(file, evaluation, requirementsOf(file, today), explainer(file, evaluation), {
  people: [required(one, 'a person').id], asOf: today, generatedAt: '2026-04-02T14:14:00Z', synthetic: true, paper: 'letter', exhibits: true, ...more,
});
const indexOf = ({ facts, front, chapters }: BinderModel, pdfName = 'binder.pdf', pageOf: (place: string) => number | null = () => 7): string =>
  htmlIndex(facts, chapters, { pdfName, pageOf, appendix: front?.appendix ?? null });

type Node = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: Node[]; text: string };
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'], meta: ['charset', 'name', 'content', 'http-equiv'], a: ['href'], th: ['scope'], section: ['aria-labelledby'], nav: ['aria-label'], h2: ['id'], p: ['class'], span: ['class'], div: ['class', 'role', 'aria-label', 'tabindex'],
  ...Object.fromEntries(['head', 'title', 'style', 'body', 'header', 'main', 'h1', 'h3', 'h4', 'table', 'caption', 'thead', 'tbody', 'tr', 'td', 'dl', 'dt', 'dd', 'br', 'strong', 'code'].map((name) => [name, []])),
};

/** Reads HTML as strictly as XML: known elements and attributes only, quoted, closed in order, no bare sign of markup in a text. */
function parsed(html: string): Node {
  expect(html.startsWith('<!DOCTYPE html>\n<html')).toBe(true);
  const root: Node = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Node[] = [root];
  let at = '<!DOCTYPE html>'.length;
  const token = /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>|[^<>]+/y;
  while (at < html.length) {
    token.lastIndex = at;
    const found = required(token.exec(html) ?? undefined, `markup at ${html.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [whole, close, name, given = ''] = found;
    const top = required(open.at(-1), 'something open');
    if (name === undefined) {
      if (top.name !== 'style') expect(whole.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      top.text += whole;
    } else if (close === '/') expect(open.pop()?.name).toBe(name);
    else {
      const attributes = new Map([...given.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const));
      const allowed = required(attributesOf[name], `<${name}> is known`);
      for (const key of attributes.keys()) expect(allowed, `${key} of <${name}>`).toContain(key);
      const node: Node = { name, attributes, children: [], text: '' };
      top.children.push(node);
      if (name !== 'meta' && name !== 'br') open.push(node);
    }
  }
  expect(open).toEqual([root]);
  return root;
}

const all = (node: Node): readonly Node[] => [node, ...node.children.flatMap(all)];
const named = (root: Node, name: string): readonly Node[] => all(root).filter((node) => node.name === name);

/** What a screen reader needs: headings without a gap, tables with a caption and as many cells as heads, links that lead somewhere. */
function checkReadable(root: Node): void {
  const levels = all(root).flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name.slice(1))] : []));
  levels.forEach((level, index) => { expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1); });
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const table of named(root, 'table')) {
    expect(named(table, 'caption')).toHaveLength(1);
    const heads = named(table, 'th').filter(({ attributes }) => attributes.get('scope') === 'col').length;
    for (const row of named(required(named(table, 'tbody')[0], 'a body'), 'tr')) {
      expect(row.children.map(({ name }) => name)).toEqual(['th', ...Array.from({ length: heads - 1 }, () => 'td')]);
      expect(row.children[0]?.attributes.get('scope')).toBe('row');
    }
  }
  const ids = all(root).flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { attributes } of all(root)) {
    const href = attributes.get('href');
    if (href?.startsWith('#') === true) expect(ids).toContain(href.slice(1));
    else if (href !== undefined) expect(href).toMatch(/^[\w.%!~*()&#;-]+(#page=\d+)?$/);
    const label = attributes.get('aria-labelledby');
    if (label !== undefined) expect(ids).toContain(label);
  }
}

describe('the index beside a binder', () => {
  it('is strict markup that screen readers can follow, for one person, several, and health documents', () => {
    const people = [required(one, 'one').id, required(two, 'two').id];
    for (const model of [demoModel(), demoModel({ people }), demoModel({ volume: 2, volumes: 2 })]) checkReadable(parsed(indexOf(model)));
  });

  it('tells what the binder tells: lines, findings, exhibits, gap pages, months, crosswalk, citations', () => {
    const model = demoModel({ people: file.people.map(({ id }) => id) });
    const texts = all(parsed(indexOf(model))).map(({ text }) => text).join('\n').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const missing: string[] = [];
    const wants = (words: string): void => { if (!texts.includes(words)) missing.push(words); };
    for (const chapter of model.chapters) {
      for (const finding of chapter.findings) wants(finding.headline);
      for (const entry of chapter.exhibits.flatMap(({ entries }) => entries)) {
        wants(entry.title);
        if (entry.body.kind === 'gap') for (const fact of entry.body.gap.facts) wants(fact.text);
        if (entry.body.kind === 'document') wants(entry.body.document.sha256);
      }
      for (const row of chapter.crosswalk) wants(row.item);
      for (const year of chapter.grid?.years ?? []) wants(`${year.year}: day of the search`);
    }
    for (const row of required(model.front ?? undefined, 'the agency').appendix.citations) wants(row.document);
    expect(missing).toEqual([]);
  });

  it('holds the sections its recipient gets and no others, in their order', () => {
    const model = demoModel({ profile: { ...internalProfile, sections: ['grid', 'checklist'] } });
    const html = indexOf(model);
    expect(named(parsed(html), 'h3').map(({ text }) => text)).toEqual(['Exclusion checks, month by month', 'Requirement checklist']);
    for (const finding of model.chapters[0]?.findings ?? []) expect(html).not.toContain(finding.effect);
  });

  it('links to pages of the PDF beside it, and to nothing that is not in it', () => {
    const model = demoModel();
    const links = (pageOf: (place: string) => number | null) => named(parsed(indexOf(model, 'A & B "binder" #1.pdf', pageOf)), 'a').map(({ attributes }) => attributes.get('href'));
    expect(new Set(links(() => 12))).toEqual(new Set(['A%20%26%20B%20%22binder%22%20%231.pdf', 'A%20%26%20B%20%22binder%22%20%231.pdf#page=12']));
    expect(links(() => null)).toEqual(['A%20%26%20B%20%22binder%22%20%231.pdf']);
  });

  it('loads nothing and runs nothing, whatever a name or a note says', () => {
    const hostile = fc.oneof(fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</td></table>', '&lt;b&gt;', '\u202egnp.exe', '\u0000\u0007', '\ud800', ']]>', '<!--'), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(fc.property(hostile, hostile, hostile, (name, note, title) => {
      const agency = agencyOf({ acknowledgements: [{ requirement: 'la.cpr', personId: 'p1', note, recordedAt: '2024-04-01T10:00:00Z' }] });
      const people = [{ ...required(agency.people[0], 'one'), names: [{ kind: 'legal' as const, given: name, family: 'Doe' }] }];
      const model = modelOf({ ...agency, people }, [{ ...infoOf('la.cpr', 'F'), title }], [standingOf('la.cpr', 'expired', { lapses: [{ from: civilDate('2026-03-28'), to: null }] })], { exhibits: true });
      const html = indexOf(model, `${name}.pdf`);
      checkReadable(parsed(html));
      expect(Array.from(html).some((sign) => sign === String.fromCharCode(7) || (sign >= '\u202a' && sign <= '\u202e'))).toBe(false);
    }), { numRuns: 60 });
  });
});
