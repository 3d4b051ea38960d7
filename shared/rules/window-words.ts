import type { Anchor, Validity } from '../model/window.ts';
import { countOf } from '../wording.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import type { Row } from './packs/row.ts';

export const anchorWords: Readonly<Record<Anchor, string>> = {
  hire: 'hire',
  'role-start': 'the start of the role',
  'first-service': 'the first client service',
  'crisis-duty': 'crisis duty',
  offer: 'the offer',
  'direct-care': 'the start of direct care',
};

function afterwards(validity: Validity): string {
  switch (validity.by) {
    case 'forever': return '';
    case 'printed': return ', then valid as printed';
    case 'months': return `, then every ${countOf(validity.months, 'month')}`;
    case 'month-end': return `, then renewed within ${countOf(validity.months, 'month')}, to the end of the month`;
  }
}

const unitWords = { days: 'day', weekdays: 'weekday', months: 'month', years: 'year' } as const;

const lists = (row: Row): string => (row.window.kind === 'every-month' ? row.window.lists : row.proof.by === 'checks' ? row.proof.lists : []).map((list) => exclusionListWords[list].short).join(' and ');

/** A row's window in words, with the parameters in force: "Before hire, at most 90 days old." */
export function windowWords(row: Row): string {
  const { window } = row;
  switch (window.kind) {
    case 'before': {
      const searched = row.proof.by === 'checks' ? `${lists(row)} searched ` : '';
      const when = window.strict ? `before ${anchorWords[window.anchor]}` : `on or before ${anchorWords[window.anchor]}`;
      const text = `${searched}${when}${window.maxAgeDays === undefined ? '' : `, at most ${countOf(window.maxAgeDays, 'day')} old`}.`;
      return text.charAt(0).toUpperCase() + text.slice(1);
    }
    case 'within': {
      const what = row.proof.by === 'result' && row.proof.fromRequest === true ? 'Requested within' : 'Within';
      return `${what} ${countOf(window.amount, unitWords[window.unit])} of ${anchorWords[window.anchor]}${afterwards(window.validity)}.`;
    }
    case 'ready':
      return `${window.strict ? 'Before' : 'On or before'} ${anchorWords[window.anchor]}${afterwards(window.validity)}.`;
    case 'every-month':
      return `${lists(row)} in every calendar month.`;
    case 'hours-per-year':
      return `${String(window.hours)} hours in every ${window.year === 'anniversary' ? 'employment year' : window.year === 'calendar' ? 'calendar year' : 'fiscal year from 1 July'}.`;
    case 'always':
      return row.applies.left === true ? 'When the employment has ended.' : 'At all times.';
  }
}
