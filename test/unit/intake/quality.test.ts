import { expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { proposePaper } from '../../../shared/intake/propose.ts';
import { rosterIndex } from '../../../shared/intake/roster-index.ts';
import { madePapers, madeRoster } from './generated-papers.ts';

const today = civilDate('2026-03-19');
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

test('of 1,200 made-up papers nobody is surely somebody else, and most name their person, kind and date', () => {
  const people = madeRoster(7);
  const index = rosterIndex(people);
  const papers = madePapers(people, 1_200, 11);
  const count = { person: { sure: 0, sureWrong: [] as string[], proposed: 0, proposedWrong: 0, right: 0, of: 0 }, kind: { sure: 0, sureWrong: [] as string[], proposed: 0, wrong: [] as string[], right: 0 }, date: { proposed: 0, wrong: [] as string[], right: 0, of: 0 } };
  for (const paper of papers) {
    const { person, kind, dates } = proposePaper(paper.fileName, paper.text, index, today);
    if (paper.personId !== null) count.person.of += 1;
    if (person.personId !== null) {
      // Two people of one name are the same person to a file name alone.
      const isRight = person.personId === paper.personId;
      count.person.proposed += 1;
      if (isRight) count.person.right += 1;
      else count.person.proposedWrong += 1;
      if (person.confidence === 'sure') {
        count.person.sure += 1;
        if (!isRight) count.person.sureWrong.push(`${paper.fileName} -> ${person.why}`);
      }
    }
    if (kind.paper !== null) {
      const isRight = kind.paper.kind === paper.kind && (kind.paper.category ?? undefined) === paper.category;
      count.kind.proposed += 1;
      if (isRight) count.kind.right += 1;
      else count.kind.wrong.push(`${paper.fileName} -> ${kind.why}`);
      if (kind.confidence === 'sure') {
        count.kind.sure += 1;
        if (!isRight) count.kind.sureWrong.push(`${paper.fileName} -> ${kind.why}`);
      }
    }
    const [field, day] = paper.expires !== undefined ? ['expiresOn', paper.expires] as const : ['performedOn', paper.performed] as const;
    if (day !== undefined && kind.paper !== null) {
      count.date.of += 1;
      const read = dates[field]?.value ?? null;
      if (read !== null) count.date.proposed += 1;
      if (read === day) count.date.right += 1;
      else if (read !== null) count.date.wrong.push(`${paper.fileName} -> ${read}`);
    }
  }
  const { person, kind, date } = count;
  console.log([
    `person: sure ${person.sure} (precision ${percent(share(person.sure - person.sureWrong.length, person.sure))}), proposed ${person.proposed} (precision ${percent(share(person.right, person.proposed))}), recall ${percent(share(person.right, person.of))}`,
    `kind: sure ${kind.sure} (precision ${percent(share(kind.sure - kind.sureWrong.length, kind.sure))}), proposed ${kind.proposed} (precision ${percent(share(kind.right, kind.proposed))}), recall ${percent(share(kind.right, papers.length))}`,
    `date: precision ${percent(share(date.right, date.proposed))}, recall ${percent(share(date.right, date.of))}`,
  ].join('\n'));
  expect(person.sureWrong).toEqual([]);
  expect(kind.sureWrong).toEqual([]);
  expect(date.wrong).toEqual([]);
  expect(share(person.right, person.proposed)).toBeGreaterThan(0.97);
  expect(share(person.right, person.of)).toBeGreaterThan(0.75);
  expect(share(kind.right, papers.length)).toBeGreaterThan(0.97);
  expect(share(date.right, date.of)).toBeGreaterThan(0.95);
});

test('a file is read within 5 ms against a roster of 10,000', () => {
  const names = madeRoster(3);
  const people = Array.from({ length: 10_000 }, (_, at) => ({ ...(names[at % names.length] ?? names[0]), id: `p${at}` })).map((person, at) => ({
    ...person, employments: [], names: [{ kind: 'legal' as const, given: person.names?.[0]?.given ?? 'Ana', family: `${person.names?.[0]?.family ?? 'Ruiz'}${at % 40 === 0 ? '' : String.fromCharCode(97 + (at % 26))}` }],
  }));
  const index = rosterIndex(people);
  const papers = madePapers(names, 300, 5);
  proposePaper('warm.pdf', '', index, today);
  const began = performance.now();
  for (const paper of papers) proposePaper(paper.fileName, paper.text, index, today);
  const each = (performance.now() - began) / papers.length;
  console.log(`${each.toFixed(2)} ms a file`);
  expect(each).toBeLessThan(5);
});
