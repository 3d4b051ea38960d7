import { beforeAll, describe, expect, it } from 'vitest';
import { installedFaces } from '../../../electron/binder/font-files.ts';
import { required } from '../../../shared/assert.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { newCanvas } from '../../../shared/pdf/canvas.ts';
import { faceNames, type Faces } from '../../../shared/pdf/faces.ts';
import { sheets, type } from '../../../shared/pdf/ink.ts';
import { clipped, drawable, linesOf } from '../../../shared/pdf/lines.ts';
import { paintMark, type Painter } from '../../../shared/pdf/marks.ts';
import { lateOps } from '../../../shared/pdf/frame.ts';
import type { PagePlan } from '../../../shared/pdf/page-plan.ts';
import { planBack, planChapter, planFront } from '../../../shared/pdf/plans.ts';
import type { BinderModel } from '../../../shared/report/binder-model.ts';
import { statusPrecedence } from '../../../shared/rules/status.ts';
import { agencyOf, infoOf, judgedModel, modelOf, standingOf } from '../report/fixture.ts';
import { roundOf } from './exhibits.ts';
import { demoFile } from './jobs.ts';

let faces: Faces;
beforeAll(() => { faces = installedFaces(); });

/** What leaves the sheet's text block or stands in the footer's way; empty when a page is made up well. */
function strays(model: BinderModel, pages: readonly PagePlan[]): readonly string[] {
  const sheet = sheets[model.facts.paper];
  // With the widest numbers there can be, wherever a page names another.
  const opsOf = (page: PagePlan) => {
    const round = roundOf(faces, model.facts, { head: page.head, number: 99_998, total: 99_999, part: { number: 10, of: 12 } });
    return [...page.ops, ...round, ...lateOps(faces, page.late, () => 99_999)];
  };
  return pages.flatMap((page, index) => opsOf(page).flatMap((op) => {
    if (op.kind !== 'text') return [];
    if (op.face === 'serif' && op.size === 11 && op.x > sheet.right) return [];
    const right = op.x + faces.width(op.text, op.face, op.size, op.tracking) - op.tracking;
    const inFooter = op.y > sheet.footerTop;
    const wrong = op.x < sheet.left - 0.1 || right > sheet.right + 0.6 || (!inFooter && op.y > sheet.bodyBottom + 2) || op.y > sheet.height - 20 || op.y < 50;
    return wrong ? [`page ${index + 1}: "${op.text}" from ${op.x.toFixed(1)} to ${right.toFixed(1)} at ${op.y.toFixed(1)}`] : [];
  }));
}

function planAll(model: BinderModel): readonly PagePlan[] {
  const chapters = model.chapters.flatMap((chapter) => [...planChapter(faces, model.facts, chapter, true).pages, ...planChapter(faces, model.facts, chapter, false).pages]);
  if (model.front === null) return chapters;
  return [...planFront(faces, model.facts, model.front).pages, ...chapters, ...planBack(faces, model.facts, model.front).pages];
}

const named = (given: string, family: string): AgencyFile => {
  const file = agencyOf();
  const person = required(file.people[0], 'one person');
  return { ...file, people: [{ ...person, names: [{ kind: 'legal', given, family }, { kind: 'alias', given: family, family: given }] }] };
};

describe('made-up pages', () => {
  it.each(['letter', 'a4'] as const)('keep every line of the demo agency inside the text block, on %s', (paper) => {
    const model = judgedModel(demoFile(), { paper });
    const pages = planAll(model);
    expect(pages.length).toBeGreaterThan(100);
    expect(strays(model, pages)).toEqual([]);
  });

  it.each([
    ['300 characters without a space', 'x'.repeat(300), 'W'.repeat(300)],
    ['300 characters with spaces', 'Anne Marie '.repeat(27), 'of the Long Name '.repeat(18)],
    ['right to left', 'محمد', 'عبد الرحمن'],
    ['Hebrew with marks of direction', '\u202eשרה\u202c', 'לוי'],
    ['Chinese', '李小龍'.repeat(60), '陈'],
    ['stacked accents and emoji', 'Z\u0353\u035a\u0300\u0301\u0302'.repeat(40), '👩‍👩‍👧‍👦'.repeat(20)],
    ['controls and lone surrogates', 'a\u0000b\u0007\ud800c\u2028d', '\t\n'],
  ])('hold hostile names: %s', (_what, given, family) => {
    const model = modelOf(named(given, family), [infoOf('la.a', 'C')], [standingOf('la.a', 'late')]);
    expect(strays(model, planAll(model))).toEqual([]);
  });

  it('hold 60 findings with endless words: eight at most on the cover, all of them in the list, every row whole', () => {
    const infos = Array.from({ length: 60 }, (_, index) => ({ ...infoOf(`la.r${index}`, 'C', index), title: 'A requirement with a title that goes on '.repeat(9), windowWords: 'Word '.repeat(300) }));
    const standings = infos.map((info) => standingOf(info.id, 'overdue', { lapses: [{ from: civilDate('2024-01-01'), to: null }] }));
    const model = modelOf(agencyOf(), infos, standings);
    const pages = planAll(model);
    expect(strays(model, pages)).toEqual([]);
    const links = required(pages[0], 'a cover').links.filter((link) => link.to.includes('/finding/'));
    expect(links.map((link) => link.to)).toEqual(Array.from({ length: 8 }, (_, index) => `person:p1/finding/${index + 1}`));
    expect(required(pages[0], 'a cover').late.some((late) => late.before === 'and 52 more, page ' && late.to === 'person:p1/findings')).toBe(true);
    const places = new Set(pages.flatMap((page) => page.places.map((place) => place.name)));
    for (let number = 1; number <= 60; number += 1) expect([places.has(`person:p1/finding/${number}`), places.has(`person:p1/row/${number}`)]).toEqual([true, true]);
  });

  it('say so where there is nothing: no evidence, no finding, no employment', () => {
    const file = agencyOf();
    const nobody = modelOf({ ...file, people: [{ ...required(file.people[0], 'one person'), employments: [] }] }, [], []);
    expect(strays(nobody, planAll(nobody))).toEqual([]);
    const calm = modelOf(file, [infoOf('la.a', 'C')], [standingOf('la.a', 'met')]);
    const words = planAll(calm).flatMap((page) => page.ops.flatMap((op) => (op.kind === 'text' ? [op.text] : [])));
    expect(words).toContain('None. Every requirement that applies is in order on this day.');
    expect(words).toContain('No day without cover is on record.');
  });
}, 60_000);

describe('lines', () => {
  it('bind dates and amounts, cut what is too long, hyphenate nothing', () => {
    const lines = linesOf(faces, '29 Dec 2022 to 3 Apr 2023 = 95 days; 90 accepted; 5 too many', type.cell, 100);
    expect(lines).toEqual(['29 Dec 2022 to 3 Apr 2023', '= 95 days; 90 accepted; 5', 'too many']);
    for (const line of linesOf(faces, 'x'.repeat(500), type.cell, 60)) expect(faces.width(line, 'sans', 8)).toBeLessThanOrEqual(60);
    expect(linesOf(faces, 'word '.repeat(100), type.cell, 60, 2).at(-1)).toMatch(/…$/);
    expect(clipped(faces, 'a short one', type.cell, 200)).toBe('a short one');
    expect(drawable('so\u00adft\u200b  \u0000two\u2028lines\u202e')).toBe('soft two lines');
  });

  it('take the Han face only for what the wanted face has not', () => {
    expect(faces.runs('Mei 李 Li', 'serif')).toEqual([{ face: 'serif', text: 'Mei ' }, { face: 'han', text: '李' }, { face: 'serif', text: ' Li' }]);
    expect(faces.runs('é ñ Đ ł ờ', 'bold')).toEqual([{ face: 'bold', text: 'é ñ Đ ł ờ' }]);
    for (const face of faceNames.filter((name) => name !== 'han')) expect(faces.font(face).hasGlyphForCodePoint('ờ'.codePointAt(0) ?? 0)).toBe(true);
  });

  it('measure as the PDF library sets: tabular figures, kerning and all', () => {
    expect(faces.width('111', 'sans', 8)).toBeCloseTo(faces.width('888', 'sans', 8), 6);
    expect(newCanvas(faces).line('Page 1 of 9', type.cell, 0, 0, 200)).toBeCloseTo(10.4, 6);
  });
});

describe('marks', () => {
  it('are drawn differently for every status, without colour', () => {
    const drawn = new Map<string, string>();
    for (const status of [...statusPrecedence, 'cleared', 'unable'] as const) {
      const calls: string[] = [];
      const painter: Painter = new Proxy({} as Painter, { get: (_, name) => (...args: readonly unknown[]) => { calls.push(`${String(name)} ${JSON.stringify(args)}`); return painter; } });
      paintMark(painter, status, 0, 0, 9, '#111111');
      drawn.set(status, calls.join('\n'));
    }
    expect(new Set(drawn.values()).size).toBe(16);
  });
});

it('digits stand each by itself in every face, so that a number is its digits one behind the other', () => {
  for (const name of faceNames) {
    const font = faces.font(name);
    // With features named the font itself answers, not what was put together of single digits.
    const whole = (text: string) => font.layout(text, {});
    const said = ({ glyphs, positions }: Pick<ReturnType<typeof whole>, 'glyphs' | 'positions'>) => glyphs.map(({ id }, index) => [id, positions[index]?.xAdvance, positions[index]?.xOffset, positions[index]?.yOffset]);
    for (let number = 10; number < 200; number += 1) {
      for (const text of [String(number), `${number} `]) {
        expect(said(whole(text)), `${name} ${text}`).toEqual(Array.from(text).flatMap((digit) => said(whole(digit))));
        expect(said(font.layout(text)), `${name} ${text}`).toEqual(said(whole(text)));
      }
    }
  }
});
