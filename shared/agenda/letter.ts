import type { CivilDate } from '../civil-date.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { fullName, type Person, type PersonName } from '../model/person.ts';
import { longDateWords } from '../wording.ts';
import { asks } from './asks.ts';
import { onboardingChecklist, type OnboardingInput, type OnboardingItem } from './onboarding.ts';

/** One request: what, what to bring, in which days. */
export type LetterItem = {
  readonly requirement: string;
  readonly what: string;
  readonly bring: string;
  /** Last day, or null where no rule sets one. */
  readonly by: CivilDate | null;
  /** "Dated 2 March 2026 or later." or "Still missing: First Aid."; may be empty. */
  readonly remark: string;
};

/** The "what I need from you" letter: plain words, no result and no medical detail beyond the name of the item. */
export type Letter = {
  readonly agency: string;
  readonly date: CivilDate;
  readonly addressee: string;
  readonly greeting: string;
  readonly subject: string;
  readonly opening: string;
  /** Sorted by last day; what the person brings. */
  readonly items: readonly LetterItem[];
  /** What HR does itself, and what it needs signed or stated for it. */
  readonly agencyDoes: readonly { readonly what: string; readonly needs: string }[];
  readonly closing: readonly string[];
};

function legalName(person: Person): PersonName | undefined {
  return person.names.find((each) => each.kind === 'legal') ?? person.names[0];
}

function remarkOf(item: OnboardingItem, isMedical: boolean): string {
  const remarks: string[] = [];
  if (item.earliest !== null && item.onFile.length > 0 && item.status === 'stale') {
    remarks.push(`The one I have will be too old by then: it must be dated ${longDateWords(item.earliest)} or later.`);
  } else if (item.earliest !== null) {
    remarks.push(`Dated ${longDateWords(item.earliest)} or later.`);
  }
  // Which part is missing only helps where the rest is here. A letter that others may read names a medical item, no more.
  if (item.missing !== null && item.onFile.length > 0 && !isMedical) {
    remarks.push(`Still missing: ${item.missing.replace(/^\d+ of \d+: /, '').replace(/ missing$/, '')}.`);
  }
  return remarks.join(' ');
}

const medical: readonly EvidenceKind[] = ['tb-test', 'drug-screen'];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The letter to one person about one employment, from the same standings as the checklist. A requirement that several kinds
 * of evidence could meet asks for the first; items only the agency can obtain are named apart with what it needs for them.
 */
export function letterFor(input: OnboardingInput): Letter {
  const checklist = onboardingChecklist(input);
  const kindsOf = new Map(input.requirements.map((each) => [each.id, each.kinds]));
  const items: LetterItem[] = [];
  const agencyDoes = new Map<string, string>();
  for (const item of checklist.groups.flatMap((group) => group.items)) {
    const kind = kindsOf.get(item.requirement)?.[0];
    if (kind === undefined) continue;
    const ask = asks[kind];
    if (ask.from === 'agency') {
      agencyDoes.set(ask.what, ask.bring);
      continue;
    }
    const what = kind === 'other' ? item.title : capital(ask.what);
    const known = items.find((each) => each.what === what);
    if (known !== undefined) continue;
    items.push({
      requirement: item.requirement,
      what,
      bring: ask.bring,
      by: item.latest,
      remark: remarkOf(item, medical.includes(kind)),
    });
  }
  items.sort((one, other) => ((one.by ?? '9999') < (other.by ?? '9999') ? -1 : 1));
  const name = legalName(input.person);
  const day = checklist.hireOn;
  const hire = day === null ? '' : longDateWords(day);
  return {
    agency: checklist.agency,
    date: checklist.asOf,
    addressee: name === undefined ? checklist.name : fullName(name),
    greeting: `Dear ${checklist.name},`,
    subject: 'What I need from you',
    opening: checklist.planned
      ? `Your first day is planned for ${day === null ? 'a date we will agree' : hire}. Before and shortly after it, the payers of our services want certain papers on file. These are the ones I do not have from you yet.`
      : `Your personnel file must stay complete while you work with us. These are the papers I do not have from you, or that run out soon.`,
    items,
    agencyDoes: [...agencyDoes].map(([what, needs]) => ({ what: capital(what), needs })),
    closing: [
      'If a date cannot be kept, tell me before it passes; then we look at what is possible.',
      'If anything here is not clear, or you have sent it already, ask me. Medical papers come to me only, in a closed envelope.',
    ],
  };
}
