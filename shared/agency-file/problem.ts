import { oneLine } from './path.ts';

/** The lists of an agency file that ids point into. */
export type ReferenceList = 'people' | 'teams' | 'sites' | 'vendors' | 'documents' | 'evidence' | 'evidence or exclusionChecks' | 'exclusionChecks' | 'decisions' | 'listVersions' | 'agencyRecords';

/** What a correction keeps of the item it supersedes. */
export type KeptWhat = 'person' | 'kind' | 'team';

/** One thing wrong inside agency.json. `path` names the place as a person would point at it. */
export type AgencyFileProblem = { readonly path: string } & (
  | { readonly code: 'unknown-key'; readonly suggestion: string | null }
  | { readonly code: 'unknown-value'; readonly value: string; readonly allowed: readonly string[]; readonly suggestion: string | null }
  | { readonly code: 'missing-key' }
  | { readonly code: 'wrong-type'; readonly expected: string; readonly found: string }
  | { readonly code: 'bad-value'; readonly value: string | null; readonly rule: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly firstPath: string }
  | { readonly code: 'dangling-id'; readonly id: string; readonly list: ReferenceList; readonly suggestion: string | null }
  | { readonly code: 'unknown-requirement'; readonly id: string; readonly suggestion: string | null }
  | { readonly code: 'unknown-time-zone'; readonly zone: string }
  | { readonly code: 'supersedes-cycle'; readonly ids: readonly string[] }
  | { readonly code: 'supersedes-other'; readonly what: KeptWhat; readonly ours: string; readonly theirs: string }
  | { readonly code: 'not-one-subject'; readonly given: 'both' | 'neither' }
  | { readonly code: 'wrong-target'; readonly id: string; readonly expected: string }
  | { readonly code: 'two-subjects' }
  | { readonly code: 'item-twice'; readonly item: number; readonly firstPath: string }
  | { readonly code: 'figure-twice'; readonly figure: string; readonly firstPath: string }
  | { readonly code: 'total-not-the-sum'; readonly total: number; readonly sum: number }
  | { readonly code: 'month-closed-twice'; readonly month: string; readonly firstPath: string }
  | { readonly code: 'month-not-closed'; readonly month: string }
  | { readonly code: 'month-not-over'; readonly month: string; readonly closedOn: string }
  | { readonly code: 'not-a-whole-list'; readonly id: string; readonly scope: string; readonly list: string }
  | { readonly code: 'no-hire-date' }
  | { readonly code: 'end-before-start'; readonly start: string; readonly end: string; readonly startKey: string; readonly endKey: string }
  | { readonly code: 'role-outside'; readonly edge: 'from' | 'to'; readonly on: string; readonly limit: string; readonly limitKey: string }
);

const quote = (text: string): string => `"${oneLine(text)}"`;
const didYouMean = (suggestion: string | null): string => (suggestion === null ? '' : `, did you mean ${oneLine(suggestion)}?`);
const listed = (words: readonly string[]): string => (words.length <= 12 ? words.join(', ') : `${words.slice(0, 12).join(', ')} …`);

/** One problem as a clause: place, what is wrong, how to mend it. No full stop. */
export function describeProblem(problem: AgencyFileProblem): string {
  return `${problem.path}: ${clause(problem)}`;
}

function clause(problem: AgencyFileProblem): string {
  switch (problem.code) {
    case 'unknown-key':
      return problem.suggestion === null ? 'unknown key, remove it or see docs/agency-file.md' : `unknown key${didYouMean(problem.suggestion)}`;
    case 'unknown-value':
      return problem.suggestion === null
        ? `unknown value ${quote(problem.value)}, use one of ${listed(problem.allowed)}`
        : `unknown value ${quote(problem.value)}${didYouMean(problem.suggestion)}`;
    case 'missing-key':
      return 'required but missing, add it';
    case 'wrong-type':
      return `expected ${problem.expected}, found ${problem.found}`;
    case 'bad-value':
      return problem.value === null ? problem.rule : `${problem.rule}, found ${problem.value}`;
    case 'duplicate-id':
      return `the id ${quote(problem.id)} is taken by ${problem.firstPath}, give each its own`;
    case 'dangling-id':
      return problem.suggestion === null
        ? `${quote(problem.id)} is not the id of anything in ${problem.list}, correct it or add what it names`
        : `${quote(problem.id)} is not in ${problem.list}${didYouMean(problem.suggestion)}`;
    case 'unknown-requirement':
      return problem.suggestion === null
        ? `${quote(problem.id)} is not a requirement, use an id such as la.bgc`
        : `${quote(problem.id)} is not a requirement${didYouMean(problem.suggestion)}`;
    case 'unknown-time-zone':
      return `${quote(problem.zone)} is not a time zone, use an IANA name such as America/Chicago`;
    case 'supersedes-cycle':
      return `items supersede each other in a circle (${listed(problem.ids.map(oneLine))}), break it at one of them`;
    case 'supersedes-other':
      return `a correction keeps the ${problem.what}, but it is ${quote(problem.ours)} here and ${quote(problem.theirs)} in the item it supersedes`;
    case 'not-one-subject':
      return problem.given === 'both'
        ? 'names both a personId and a vendorId, keep one'
        : 'names neither a personId nor a vendorId, add the one it is about';
    case 'wrong-target':
      return `${quote(problem.id)} is not ${problem.expected}, correct it or add what it names`;
    case 'two-subjects':
      return 'names both a personId and a teamId, keep one';
    case 'item-twice':
      return `the item ${problem.item} is there already as ${problem.firstPath}, keep one of them`;
    case 'figure-twice':
      return `${problem.figure} of the same person or team is there already as ${problem.firstPath}, keep one of them`;
    case 'total-not-the-sum':
      return `the total ${problem.total} is not the sum of the scores, ${problem.sum}, correct one of them`;
    case 'month-closed-twice':
      return `the month ${problem.month} is closed already by ${problem.firstPath}, make this one a note`;
    case 'month-not-closed':
      return `a note on the month ${problem.month}, which nothing here closes, add its closing or remove the note`;
    case 'month-not-over':
      return `closedOn ${problem.closedOn} lies before the last day of the month ${problem.month}, correct one of them`;
    case 'not-a-whole-list':
      return `the version ${quote(problem.id)} holds ${problem.scope} of ${problem.list}; only a whole version of the check's own list proves a search, correct it or remove the check`;
    case 'no-hire-date':
      return 'has neither hiredOn nor plannedHireOn, add one';
    case 'end-before-start':
      return `${problem.endKey} ${problem.end} lies before ${problem.startKey} ${problem.start}, correct one of them`;
    case 'role-outside':
      return problem.limitKey === 'endedOn'
        ? `the role's ${problem.edge} ${problem.on} lies after the employment's endedOn ${problem.limit}, correct one of them`
        : `the role's ${problem.edge} ${problem.on} lies before the employment's ${problem.limitKey} ${problem.limit}, correct one of them`;
  }
}
