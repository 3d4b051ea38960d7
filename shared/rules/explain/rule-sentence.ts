import type { Anchor } from '../../model/window.ts';
import { exclusionListWords } from '../../model/exclusion.ts';
import { countOf, dateWords } from '../../wording.ts';
import { anchorWords } from '../window-words.ts';
import type { Standing } from '../standing.ts';

const moment = (anchor: Anchor, standing: Standing): string => {
  const known = standing.account.anchor;
  const name = known === null ? anchorWords[anchor] : known.name === 'hire' ? 'the hire' : known.name === 'crisis duty' ? 'crisis duty' : `the ${known.name}`;
  return known?.on == null ? name : `${name} on ${dateWords(known.on)}`;
};

const units = { days: 'day', weekdays: 'weekday', months: 'month', years: 'year' } as const;

/** The rule a standing was judged by, as one sentence with its days. */
export function ruleSentence(standing: Standing): string {
  const { rule, window } = standing.account;
  switch (rule.kind) {
    case 'before': {
      const age = rule.maxAgeDays === undefined ? '' : ` and be at most ${countOf(rule.maxAgeDays, 'day')} old on that day`;
      return `It must be done ${rule.strict ? 'before' : 'on or before'} ${moment(rule.anchor, standing)}${age}.`;
    }
    case 'within': {
      const by = window?.to == null ? '' : `, by ${dateWords(window.to)}`;
      const kept = rule.validity.by === 'forever' ? '' : ', and kept valid from then on';
      return `It is due within ${countOf(rule.amount, units[rule.unit])} of ${moment(rule.anchor, standing)}${by}${kept}.`;
    }
    case 'ready': {
      const kept = rule.validity.by === 'months' ? `, and again every ${countOf(rule.validity.months, 'month')}` : rule.validity.by === 'forever' ? '' : ', and kept valid from then on';
      return `It must be in place ${rule.strict ? 'before' : 'by'} ${moment(rule.anchor, standing)}${kept}.`;
    }
    case 'every-month':
      return `Each calendar month needs a search of ${rule.lists.map((list) => exclusionListWords[list].short).join(' and ')}.`;
    case 'hours-per-year':
      return `Each training year needs ${String(rule.hours)} hours.`;
    case 'always':
      return stateRules[standing.requirement] ?? 'It must hold at all times.';
  }
}

const stateRules: Readonly<Record<string, string>> = {
  'la.ex-3': 'Nobody who is excluded or has an adverse finding may be employed.',
  'la.ex-4': 'The result of every search must be kept.',
  'la.doc': 'Every training and certification of IPS staff needs its paper on file.',
  'la.npi': 'The NPI of the rendering individual goes on claims, where applicable.',
  'la.scope': 'A licence must be current on every day of practice.',
};
