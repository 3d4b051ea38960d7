import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { installedFaces } from '../../../electron/binder/font-files.ts';
import { required } from '../../../shared/assert.ts';
import type { Faces } from '../../../shared/pdf/faces.ts';
import { lateOps } from '../../../shared/pdf/frame.ts';
import { sheets } from '../../../shared/pdf/ink.ts';
import type { Bookmark, Op, PagePlan, Plan } from '../../../shared/pdf/page-plan.ts';
import { planBack, planChapter } from '../../../shared/pdf/plans.ts';
import { demonstrationPublicKey, fingerprintOf } from '../../../shared/proof/key-words.ts';
import type { BinderFacts, ExhibitEntry, PersonChapter } from '../../../shared/report/binder-model.ts';
import { statusPrecedence } from '../../../shared/rules/status.ts';
import { documentOf, entryOf, everyKind, factsOf, pageOf, roundOf } from './exhibits.ts';

let faces: Faces;
beforeAll(() => { faces = installedFaces(); });

const placesOf = (plan: Plan): ReadonlyMap<string, number> => new Map(plan.pages.flatMap((page, index) => page.places.map((place) => [place.name, index + 1] as const)));
const textOf = (ops: readonly Op[]): string => ops.flatMap((op) => (op.kind === 'text' ? [op.text] : [])).join(' ');
const flat = (bookmarks: readonly Bookmark[]): readonly Bookmark[] => bookmarks.flatMap((each) => [each, ...flat(each.children)]);
const seat = { number: 99_998, total: 99_999, part: { number: 10, of: 12 } };

function bound(facts: BinderFacts, plan: Plan): readonly string[] {
  const places = placesOf(plan);
  return plan.pages.map((page, index) => textOf([
    ...page.ops, ...roundOf(faces, facts, { head: page.head, number: index + 1, total: plan.pages.length, part: null }),
    ...lateOps(faces, page.late, (place) => places.get(place) ?? null),
  ]));
}

/** Whatever leaves its zone: body, footer, stamp, thumb index. */
function strays(facts: BinderFacts, pages: readonly PagePlan[]): readonly string[] {
  const sheet = sheets[facts.paper];
  return pages.flatMap((page, index) => {
    const over = roundOf(faces, facts, { ...seat, head: page.head });
    const late = page.late.flatMap((each) => lateOps(faces, [each], () => 99_999).map((op) => ({ op, each })));
    const body = [...page.ops, ...late.map(({ op }) => op)];
    const right = (op: Extract<Op, { kind: 'text' }>): number => op.x + faces.width(op.text, op.face, op.size, op.tracking) - op.tracking;
    const wrong = body.filter((op) => {
      if (op.kind === 'text') return op.x < sheet.left - 0.1 || right(op) > sheet.right + 0.6 || op.y < 50 || op.y > sheet.footerTop;
      if (op.kind === 'box') return op.x < sheet.left - 0.1 || op.x + op.width > sheet.right + 0.1 || op.y + op.height > sheet.footerTop;
      return op.kind === 'mark' && (op.x < sheet.left - 0.1 || op.x + op.size > sheet.right || op.y + op.size > sheet.footerTop);
    });
    // With a stamp the foot keeps to its left; nothing of the stamp leaves its zone.
    const stamped = page.head.stamp === null ? [] : over.filter((op) => op.kind === 'text' && op.y > sheet.footerTop && (right(op) > sheet.right || op.y > sheet.footerTop + 46 || (op.x < sheet.right - 136 && right(op) > sheet.right - 140)));
    const wide = late.filter(({ op, each }) => op.kind === 'text' && (op.x < each.x - 0.1 || right(op) > each.x + each.width + 0.6));
    return [...wrong, ...stamped, ...wide.map(({ op }) => op)].map((op) => `page ${index + 1}: ${JSON.stringify(op)}`);
  });
}

describe('exhibits', () => {
  it('lead from contents, checklist, crosswalk and manifest to their pages, and have a bookmark each under their tab', () => {
    const [facts, chapter] = [factsOf(), everyKind()];
    const plan = planChapter(faces, facts, chapter, true);
    const places = placesOf(plan);
    const numbers = ['C-1', 'C-2', 'C-3', 'C-4'];
    for (const number of numbers) expect(places.has(`person:p1/exhibit/${number}`)).toBe(true);
    expect(places.has('person:p1/exhibit/E-1')).toBe(false);
    const tab = required(flat(plan.bookmarks).find((each) => each.to === 'person:p1/exhibits/C' && each.title === 'C Background'), 'the bookmark of tab C');
    expect(tab.children.map((each) => each.to)).toEqual(numbers.map((number) => `person:p1/exhibit/${number}`));
    const leading = (name: string): readonly string[] => required(plan.pages[(places.get(name) ?? 0) - 1], name).links.map((link) => link.to);
    for (const page of ['person:p1/contents', 'person:p1/checklist', 'person:p1/crosswalk', 'person:p1/exhibits/C']) expect(leading(page)).toContain('person:p1/exhibit/C-1');
    expect(leading('manifest')).toEqual(['person:p1/exhibit/C-1', 'person:p1/exhibit/C-3']);
    const inFile = plan.pages.flatMap((page) => page.links.map((link) => link.to)).filter((to) => !places.has(to));
    expect(new Set(inFile)).toEqual(new Set(['person:p1/exhibit/E-1']));
    for (const bookmark of flat(plan.bookmarks)) if (!bookmark.title.startsWith('E-1')) expect(places.has(bookmark.to)).toBe(true);
  });

  it('carry a stamp with number, page of the exhibit and digest, the letter of the tab, and the page of the document', () => {
    const plan = planChapter(faces, factsOf(), everyKind('07-'), true);
    const stamped = plan.pages.filter((page) => page.head.stamp !== null);
    expect(stamped.map(({ head, source }) => [head.tab, head.stamp?.exhibit, head.stamp?.page, head.stamp?.of, source?.page.page ?? null])).toEqual([
      ['C', '07-C-1', 1, 3, 1], ['C', '07-C-1', 2, 3, 2], ['C', '07-C-1', 3, 3, null], ['C', '07-C-2', 1, 1, null], ['C', '07-C-3', 1, 1, null], ['C', '07-C-4', 1, 1, null],
    ]);
    expect(stamped[0]?.head.stamp?.lines).toEqual(['sha 3F9A 22C1', 'at most 78 % of its size']);
    const texts = bound(factsOf(), { ...plan, pages: stamped });
    for (const text of texts) expect(text).toContain('EXHIBIT 07-C-');
    expect(texts[1]).toContain('Shown as a picture of the page, with parts taken out of it: birth date');
    expect(texts[2]).toContain('Nobody looked this page over.');
    expect(texts[3]).toContain('GAP PAGE');
    expect(texts[4]).toContain('Attached as it was filed');
    expect(texts[5]).toContain('It is not on this machine.');
  });

  it.each([[2, 'vol. 2'], [1, 'apart']])('of volume 2 have no page here: with %i volumes contents, divider and crosswalk say %s', (of, words) => {
    const facts: BinderFacts = { ...factsOf(), volume: { number: 1, of, words: 'General' } };
    const plan = planChapter(faces, facts, everyKind(), true);
    const places = placesOf(plan);
    const texts = bound(facts, plan);
    for (const name of ['person:p1/contents', 'person:p1/exhibits/E', 'person:p1/crosswalk']) expect(texts[(places.get(name) ?? 0) - 1]).toContain(words);
  });

  it('are judged by the page that proves them: printed numbers are the pages of the places', () => {
    const facts = factsOf();
    const plan = planChapter(faces, facts, everyKind(), true);
    const places = placesOf(plan);
    expect(bound(facts, plan)[(places.get('person:p1/exhibit/C-2') ?? 0) - 1]).toContain(`Checklist row 1, page ${places.get('person:p1/row/1') ?? 0}`);
    expect(bound(facts, plan)[0]).toContain(`C-1, C-2 · p. ${places.get('person:p1/exhibit/C-1') ?? 0}`);
  });

  it('stand in the order the recipient asked for, and what is not asked for is not there', () => {
    const chapter: PersonChapter = { ...everyKind(), sections: ['exhibits', 'checklist'] };
    const places = placesOf(planChapter(faces, factsOf(), chapter, true));
    expect(places.get('person:p1/exhibits/C') ?? 0).toBeLessThan(places.get('person:p1/checklist') ?? 0);
    for (const gone of ['person:p1/findings', 'person:p1/history', 'person:p1/crosswalk', 'appendix', 'manifest']) expect(places.has(gone)).toBe(false);
  });
});

describe('what proves a binder', () => {
  it('is in the box of the cover: not signed, signed, or signed with the key anybody has', () => {
    const cover = (keyFingerprint: string | null): string => {
      const facts = { ...factsOf(), keyFingerprint };
      return bound(facts, { pages: planChapter(faces, facts, everyKind(), true).pages.slice(0, 1), bookmarks: [] })[0] ?? '';
    };
    expect(cover(null)).toContain('Not signed: whoever has this file can change it.');
    expect(cover('ab'.repeat(32))).toContain('Signed: Muster says');
    expect(cover('ab'.repeat(32))).toContain('ABAB ABAB');
    expect(cover(fingerprintOf(demonstrationPublicKey))).toContain('demonstration key, which anybody has');
  });

  it('is told at the end, for one person and for several', () => {
    const facts = { ...factsOf(), keyFingerprint: 'cd'.repeat(32) };
    const own = planChapter(faces, facts, everyKind(), true);
    expect(bound(facts, own).at(-1)).toMatch(/muster verify FILE\.pdf.*CDCD CDCD/);
    const front = { facts: { left: [], right: [] }, tally: { inOrder: [], withFinding: [], notApplicable: 0 }, judged: 0, withFindings: 0, staff: [], appendix: { citations: [], readings: [] } };
    expect(bound(facts, planBack(faces, facts, front)).at(-1)).toContain('muster verify FILE.pdf');
  });

  it('never enters a body: time, fingerprint and log leave the same pages', () => {
    const facts = factsOf();
    const other: BinderFacts = { ...facts, generatedAt: '2030-01-01T00:00:00Z', generatedWords: 'later', fingerprint: 'f'.repeat(64), logHead: { seq: 9, hash: 'e'.repeat(64), atWords: 'once' } };
    expect(planChapter(faces, other, everyKind(), true)).toEqual(planChapter(faces, facts, everyKind(), true));
  });
});

describe('hostile exhibits', () => {
  it('keep 200 exhibits with twelve-line titles inside the zones, on both papers and in volume 2', () => {
    const title = 'Nguyễn Thị Ánh Nguyệt Żółć-Wiśniewska, certificate of continuing education '.repeat(14);
    const bodies: readonly ExhibitEntry['body'][] = [
      { kind: 'document', document: documentOf({ name: 'x'.repeat(300), pages: [pageOf(1, { show: 'rasterised', why: title }), pageOf(99_999, { show: 'left-out', why: title })] }) },
      { kind: 'gap', gap: { title, status: 'incomplete', facts: Array.from({ length: 20 }, () => ({ label: title, text: title.repeat(3) })) } },
      { kind: 'kept-file', document: documentOf({ name: 'W'.repeat(400), mediaType: 'y'.repeat(200), pages: [] }), attached: false },
      { kind: 'not-shown', name: title, why: title },
    ];
    const entries = Array.from({ length: 200 }, (_, index) =>
      entryOf(`107-C-${index + 1}`, required(bodies[index % 4], 'a kind'), { title, rows: Array.from({ length: 40 }, (_each, row) => row + 1), findings: Array.from({ length: 40 }, (_each, row) => row + 1), filed: title, status: statusPrecedence[index % statusPrecedence.length] ?? null }));
    const every = everyKind();
    const chapter: PersonChapter = {
      ...every, exhibits: [{ tab: 'C', title, entries }],
      history: Array.from({ length: 50 }, () => ({ ...required(every.history[0], 'one'), what: title, shownId: 'W'.repeat(60), notes: Array.from({ length: 30 }, () => title) })),
      crosswalk: [{ ...required(every.crosswalk[0], 'one'), item: title, words: title, exhibits: entries.map((entry) => entry.number) }],
      changes: { lead: title, rows: Array.from({ length: 60 }, () => ({ what: title, words: title, to: 'person:p1/row/1' })) },
    };
    for (const paper of ['letter', 'a4'] as const) {
      for (const volume of [1, 2]) {
        const facts: BinderFacts = { ...factsOf(), paper, recipient: title, takenOut: [title], volume: { number: volume, of: 2, words: title } };
        expect(strays(facts, planChapter(faces, facts, chapter, true).pages).slice(0, 3)).toEqual([]);
      }
    }
  });

  it('of any words at all', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), fc.string({ maxLength: 40 }), (words, number) => {
      const chapter: PersonChapter = { ...everyKind(), exhibits: [{ tab: 'I', title: words, entries: [entryOf(number, { kind: 'document', document: documentOf({ name: words }) }, { title: words, filed: words }), entryOf('I-2', { kind: 'not-shown', name: words, why: words })] }] };
      expect(strays(factsOf(), planChapter(faces, factsOf(), chapter, false).pages)).toEqual([]);
    }), { numRuns: 20 });
  });
});
