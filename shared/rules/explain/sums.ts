import { diffDays, type CivilDate } from '../../civil-date.ts';
import { countOf, dateWords, monthWords } from '../../wording.ts';
import type { ArithmeticLine } from '../explanation.ts';
import type { PartAccount, Standing } from '../standing.ts';
import { partWords } from './words.ts';
import { upper } from './facts.ts';

const prefixOf = (part: PartAccount): string => (part.part === null ? '' : `${upper(partWords(part.part))}: `);

/** The sum of one part as printed in a binder: dates, difference, limit, what is over. Null where there is nothing to add up. */
export function sumOf(part: PartAccount, standing: Standing, today: CivilDate): string | null {
  const { why } = part;
  const anchor = standing.account.anchor?.on ?? null;
  const say = (text: string): string => prefixOf(part) + text;
  switch (why.code) {
    case 'age': {
      if (anchor === null) return say(`${dateWords(why.performedOn)}; no limit.`);
      if (why.ageDays < 0) return say(`${dateWords(anchor)} to ${dateWords(why.performedOn)} = ${countOf(-why.ageDays, 'day')} late.`);
      const over = why.maxAgeDays === null ? '' : why.ageDays > why.maxAgeDays ? `; ${String(why.maxAgeDays)} accepted; ${String(why.ageDays - why.maxAgeDays)} too many` : `; ${String(why.maxAgeDays)} accepted`;
      return say(`${dateWords(why.performedOn)} to ${dateWords(anchor)} = ${countOf(why.ageDays, 'day')}${over}.`);
    }
    case 'done': {
      const through = why.validThrough === null ? '' : ` Valid to ${dateWords(why.validThrough)}.`;
      if (why.daysLate > 0 && why.deadline !== null) return say(`Due ${dateWords(why.deadline)}, done ${dateWords(why.on)} = ${countOf(why.daysLate, 'day')} late.${through}`);
      return say(`${dateWords(why.on)}${why.deadline === null ? '' : `, due by ${dateWords(why.deadline)}`}.${through}`);
    }
    case 'expired':
      return say(`Last ${dateWords(why.on)}, valid to ${dateWords(why.validThrough)}; ${countOf(diffDays(why.validThrough, today), 'day')} without cover.`);
    case 'nothing-on-file':
      if (why.deadline === null) return say('Nothing on file; no date is set.');
      return say(why.deadline < today ? `Due ${dateWords(why.deadline)}, ${countOf(diffDays(why.deadline, today), 'day')} ago; nothing on file.` : `Nothing on file; open until ${dateWords(why.deadline)}.`);
    case 'months':
      return say(why.stated ? `${String(why.held)} of ${String(why.needed)} months${why.held < why.needed ? `; ${String(why.needed - why.held)} missing` : ''}.` : `Months not stated; ${String(why.needed)} needed.`);
    case 'no-document':
      return why.of === 0 ? null : say(`${String(why.of - why.count)} of ${String(why.of)} with a paper.`);
    case 'same-day':
      return say(`${dateWords(why.on)}, the same day; to be attested.`);
    case 'exempt':
    case 'licence':
      return say(why.through === null ? 'No end.' : `Through ${dateWords(why.through)}.`);
    case 'undated':
    case 'no-result':
    case 'not-recognised':
    case 'adverse':
    case 'periods':
    case 'checks':
    case 'match':
    case 'identifier':
    case 'unwaived':
    case 'reading-missing':
      return null;
  }
}

/** How many closed periods there are and how many are met. */
export function periodCounts(standing: Standing): { readonly closed: number; readonly met: number } {
  const closed = (standing.periods ?? []).filter((period) => period.status !== 'not-yet-due' && period.status !== 'due-soon');
  return { closed: closed.length, met: closed.filter((period) => period.status === 'met').length };
}

/** `2026-03` as "Mar 2026"; a training year as its two dates. */
export function periodWords(period: string): string {
  const [from, to] = period.split('/');
  return from !== undefined && to !== undefined ? `${dateWords(from as CivilDate)} to ${dateWords(to as CivilDate)}` : monthWords(period);
}

/** The sum beside a verdict, line by line; the closing line is marked. */
export function arithmeticOf(part: PartAccount, standing: Standing, today: CivilDate): readonly ArithmeticLine[] {
  const { why } = part;
  const anchor = standing.account.anchor;
  const anchorLine = anchor?.on == null ? [] : [{ label: `${upper(anchor.name)}${anchor.planned ? ' (planned)' : ''}`, value: dateWords(anchor.on) }];
  switch (why.code) {
    case 'age':
      return [
        ...anchorLine,
        { label: '− Performed', value: dateWords(why.performedOn) },
        why.ageDays >= 0
          ? { label: `= Age on the day of ${anchor?.name ?? 'hire'}`, value: countOf(why.ageDays, 'day'), mark: 'total' }
          : { label: `= After the ${anchor?.name ?? 'hire'}`, value: countOf(-why.ageDays, 'day'), mark: 'over' },
        ...(why.maxAgeDays === null ? [] : [{ label: 'Limit', value: countOf(why.maxAgeDays, 'day') }]),
        ...(why.maxAgeDays !== null && why.ageDays > why.maxAgeDays ? [{ label: 'Over the limit by', value: countOf(why.ageDays - why.maxAgeDays, 'day'), mark: 'over' as const }] : []),
      ];
    case 'done':
      return [
        ...anchorLine,
        ...(why.deadline === null ? [] : [{ label: 'Last compliant day', value: dateWords(why.deadline) }]),
        { label: 'Done', value: dateWords(why.on), ...(why.daysLate > 0 || why.validThrough !== null ? {} : { mark: 'total' as const }) },
        ...(why.daysLate > 0 ? [{ label: 'Late by', value: countOf(why.daysLate, 'day'), mark: 'over' as const }] : []),
        ...(why.validThrough === null ? [] : [{ label: '= Last valid day', value: dateWords(why.validThrough), mark: 'total' as const }]),
      ];
    case 'expired':
      return [
        { label: 'Last item', value: dateWords(why.on) },
        { label: '= Last valid day', value: dateWords(why.validThrough) },
        { label: `${dateWords(today)} is past it by`, value: countOf(diffDays(why.validThrough, today), 'day'), mark: 'over' },
      ];
    case 'nothing-on-file': {
      if (why.deadline === null) return anchorLine;
      const days = diffDays(today, why.deadline);
      return [
        ...anchorLine,
        { label: 'Last compliant day', value: dateWords(why.deadline) },
        days >= 0
          ? { label: `${dateWords(today)} leaves`, value: countOf(days, 'day'), mark: 'total' }
          : { label: `${dateWords(today)} is past it by`, value: countOf(-days, 'day'), mark: 'over' },
      ];
    }
    case 'months':
      return [
        { label: 'Months on file', value: String(why.held) },
        { label: 'Months needed', value: String(why.needed) },
        why.held >= why.needed ? { label: 'Enough', value: 'yes', mark: 'total' } : { label: 'Missing', value: countOf(why.needed - why.held, 'month'), mark: 'over' },
      ];
    case 'exempt':
    case 'licence':
      return why.through === null ? [] : [{ label: 'Last day of the licence', value: dateWords(why.through), mark: 'total' }];
    case 'same-day':
      return [...anchorLine, { label: 'Done', value: dateWords(why.on), mark: 'total' }];
    case 'undated':
    case 'no-result':
    case 'not-recognised':
    case 'adverse':
    case 'no-document':
    case 'periods':
    case 'checks':
    case 'match':
    case 'identifier':
    case 'unwaived':
    case 'reading-missing':
      return [];
  }
}

