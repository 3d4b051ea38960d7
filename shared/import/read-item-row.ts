import type { CivilDate } from '../civil-date.ts';
import { partsByKind, type Evidence, type EvidenceKind } from '../model/evidence.ts';
import type { ExclusionCheck, ExclusionList } from '../model/exclusion.ts';
import { monthWords } from '../wording.ts';
import { wordKey } from './problem.ts';
import { short, type RowCells, type Sheet } from './row-cells.ts';
import { targetKey, type CheckField, type EvidenceField, type ItemField, type Target } from './targets.ts';
import { partsNamedIn, readPart, readWord } from './vocabulary.ts';

/** An item or check as a row gives it, before anybody knows whose it is. */
export type EvidenceDraft = Omit<Evidence, 'id' | 'personId' | 'recordedAt' | 'recordedBy'>;
export type CheckDraft = Pick<ExclusionCheck, 'list' | 'checkedOn' | 'method' | 'outcome'>;

const evidence = (field: EvidenceField): Target => ({ to: 'evidence', field });
const check = (field: CheckField): Target => ({ to: 'check', field });

/** Kinds that may be on file without a date: papers, not events. */
const undatedKinds: readonly EvidenceKind[] = ['application', 'reference', 'job-description', 'confidentiality-agreement', 'orientation', 'education', 'experience', 'attestation', 'other'];

type Dates = Pick<EvidenceDraft, 'requestedOn' | 'performedOn' | 'resultOn' | 'issuedOn' | 'expiresOn'>;

/** The items of evidence a row holds: one where each row is an item, one for each kind that has columns of its own. */
export function readEvidence(cells: RowCells, sheet: Sheet): readonly EvidenceDraft[] {
  return [...readLongItem(cells, sheet), ...readWideItems(cells, sheet)];
}

function readLongItem(cells: RowCells, sheet: Sheet): readonly EvidenceDraft[] {
  const kindText = cells.text(evidence('kind'));
  if (kindText === '') {
    const filled = (['performedOn', 'issuedOn', 'expiresOn', 'hours'] as const).some((field) => cells.text(evidence(field)) !== '');
    if (cells.has(evidence('kind')) && filled) cells.refuse(evidence('kind'), 'The kind of item is missing', 'Name the kind, such as “TB test”, or leave the row out.');
    return [];
  }
  const kind = cells.word(evidence('kind'), 'kind');
  if (kind === null) return [];
  const result = cells.word(evidence('result'), 'result');
  const parts = readParts(cells, kind, sheet.words[wordKey('kind', kindText)] === undefined ? kindText : '');
  const hours = cells.amount(evidence('hours'));
  const months = cells.amount(evidence('months'));
  const draft: EvidenceDraft = {
    kind,
    ...given('requestedOn', cells.date(evidence('requestedOn'), 'past')),
    ...given('performedOn', cells.date(evidence('performedOn'), 'past')),
    ...given('resultOn', cells.date(evidence('resultOn'), 'past')),
    ...given('issuedOn', cells.date(evidence('issuedOn'), 'past')),
    ...given('expiresOn', cells.date(evidence('expiresOn'))),
    ...(result === null ? {} : { result }),
    ...(parts.length === 0 ? {} : { parts }),
    ...given('hours', hours),
    ...given('months', months),
    ...said('category', cells.text(evidence('category'))),
    ...said('issuer', cells.text(evidence('issuer'))),
    ...said('approvingBody', cells.text(evidence('approvingBody'))),
    ...said('note', cells.text(evidence('note'))),
  };
  const broken = cells.problems.some(({ severity }) => severity === 'error');
  if (!broken) checkDates(cells, draft);
  return [draft];
}

const given = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>;
const said = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> => given(key, text === '' ? undefined : text);

function readParts(cells: RowCells, kind: EvidenceKind, kindText: string): readonly string[] {
  const text = cells.text(evidence('parts'));
  const known = Object.entries(partsByKind).find(([name]) => name === kind)?.[1];
  if (text === '') return partsNamedIn(kind, kindText);
  if (known === undefined) return text.split(/[;,\n]/).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const pieces = text.split(/[;,/&+\n]|\band\b/i).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const unknown = pieces.find((piece) => readPart(kind, piece) === null);
  if (unknown !== undefined) {
    const named = partsNamedIn(kind, text);
    if (named.length > 0) return named;
    cells.refuse(evidence('parts'), `“${short(unknown)}” is no part of this kind of item`, `Write ${known.join(', ')}, or leave the cell empty.`);
    return [];
  }
  return [...new Set(pieces.flatMap((piece) => readPart(kind, piece) ?? []))];
}

function checkDates(cells: RowCells, draft: EvidenceDraft): void {
  const { performedOn, resultOn, issuedOn, expiresOn, requestedOn, kind } = draft;
  const began = performedOn ?? issuedOn;
  if (began !== undefined && expiresOn !== undefined && expiresOn < began) {
    cells.refuse(evidence('expiresOn'), 'It expires before it was done', 'Correct one of the two dates.');
  }
  if (performedOn !== undefined && resultOn !== undefined && resultOn < performedOn) {
    cells.refuse(evidence('resultOn'), 'The result is dated before the test', 'Correct one of the two dates.');
  }
  const anyDate = began ?? resultOn ?? requestedOn ?? expiresOn;
  if (anyDate === undefined && !undatedKinds.includes(kind)) {
    cells.refuseRow('The item has no date', 'Fill in when it was performed or issued: without a date nothing can be judged by it.');
  }
}

/** Sheets with one row a person and one or more columns a kind: columns of the same kind and parts make one item. */
function readWideItems(cells: RowCells, sheet: Sheet): readonly EvidenceDraft[] {
  const groups = new Map<string, Extract<Target, { to: 'item' }>[]>();
  for (const column of sheet.columns) {
    if (column.to !== 'item') continue;
    const key = `${column.kind}:${column.parts.join('+')}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return [...groups.values()].flatMap((columns) => readWideItem(cells, columns) ?? []);
}

const dateFields: readonly ItemField[] = ['requestedOn', 'performedOn', 'resultOn', 'issuedOn', 'expiresOn'];

function readWideItem(cells: RowCells, columns: readonly Extract<Target, { to: 'item' }>[]): EvidenceDraft | null {
  const [first] = columns;
  if (first === undefined || columns.every((column) => cells.text(column) === '')) return null;
  const { kind, parts } = first;
  let dates: Dates = {};
  let rest: Partial<EvidenceDraft> = {};
  let onFile = false;
  for (const column of columns) {
    const text = cells.text(column);
    if (text === '') continue;
    if (dateFields.includes(column.field)) {
      const yesNo = readWord('yes-no', text);
      if (yesNo === 'no') continue;
      if (yesNo === 'yes' && undatedKinds.includes(kind)) {
        onFile = true;
        continue;
      }
      const date = cells.date(column, column.field === 'expiresOn' ? 'any' : 'past');
      if (date !== undefined) dates = { ...dates, [column.field]: date };
      if (column.result !== null) rest = { ...rest, result: column.result };
    } else if (column.field === 'hours' || column.field === 'months') {
      rest = { ...rest, ...given(column.field, cells.amount(column)) };
    } else if (column.field === 'result') {
      const result = cells.word(column, 'result');
      if (result !== null) rest = { ...rest, result };
    } else {
      rest = { ...rest, [column.field]: text };
    }
  }
  if (Object.keys(dates).length === 0 && !onFile) {
    const failed = cells.problems.some(({ severity, column }) => severity === 'error' && column !== '');
    const more = Object.keys(rest).length > 0;
    if (!failed && more && !undatedKinds.includes(kind)) cells.refuse(first, 'The item has no date', 'Fill in the date, or empty its other columns.');
    return undatedKinds.includes(kind) && more ? { kind, ...rest } : null;
  }
  const { performedOn, issuedOn, expiresOn } = dates;
  const began = performedOn ?? issuedOn;
  if (began !== undefined && expiresOn !== undefined && expiresOn < began) {
    cells.refuse(columns.find(({ field }) => field === 'expiresOn') ?? first, 'It expires before it was done', 'Correct one of the two dates.');
  }
  return { kind, ...dates, ...rest, ...(parts.length === 0 ? {} : { parts }) };
}

/** The exclusion checks a row holds: one for each list it names, or one for each column of a list and month. */
export function readChecks(cells: RowCells, sheet: Sheet): readonly CheckDraft[] {
  return [...readLongChecks(cells), ...readMonthChecks(cells, sheet)];
}

function readLongChecks(cells: RowCells): readonly CheckDraft[] {
  const text = cells.text(check('list'));
  if (text === '') {
    if (cells.has(check('list')) && cells.text(check('checkedOn')) !== '') cells.refuse(check('list'), 'The list is missing', 'Name the list that was searched, such as OIG or LDH.');
    return [];
  }
  const pieces = text.split(/[;,/&+\n]|\band\b/i).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const several = pieces.map((piece) => readWord('list', piece));
  const whole = readWord('list', text);
  const lists: readonly (ExclusionList | null)[] = whole === null && pieces.length > 1 && !several.includes(null) ? several : [cells.word(check('list'), 'list')];
  const checkedOn = cells.date(check('checkedOn'), 'past');
  if (checkedOn === undefined && cells.text(check('checkedOn')) === '') {
    cells.refuse(check(cells.has(check('checkedOn')) ? 'checkedOn' : 'list'), 'The day of the check is missing', 'Fill in the day: a month alone proves nothing to an auditor.');
  }
  const outcome = cells.text(check('outcome')) === '' ? 'clear' : cells.word(check('outcome'), 'outcome');
  if (cells.has(check('outcome')) && cells.text(check('outcome')) === '') {
    cells.refuse(check('outcome'), 'The outcome is missing', 'Write clear, possible, confirmed or unable.');
  }
  const method = /whole|bulk|file|download/i.test(cells.text(check('method'))) ? 'whole-list' : 'website';
  return lists.flatMap((list) => (list === null || outcome === null || checkedOn === undefined ? [] : [{ list, checkedOn, method, outcome } as const]));
}

function readMonthChecks(cells: RowCells, sheet: Sheet): readonly CheckDraft[] {
  const seen = new Set<string>();
  return sheet.columns.flatMap((column) => {
    if (column.to !== 'month-check' || seen.has(targetKey(column))) return [];
    seen.add(targetKey(column));
    const text = cells.text(column);
    if (text === '' || readWord('yes-no', text) === 'no') return [];
    if (readWord('yes-no', text) === 'yes' || readWord('outcome', text) !== null) {
      cells.refuse(column, `“${short(text)}” does not say on which day`, 'Write the day of the check: a month alone proves nothing to an auditor.');
      return [];
    }
    const checkedOn: CivilDate | undefined = cells.date(column, 'past');
    if (checkedOn === undefined) return [];
    if (column.month !== null && !checkedOn.startsWith(column.month)) {
      cells.refuse(column, `${checkedOn} is not in ${monthWords(column.month)}`, 'Correct the date, or move it to the column of its month.');
      return [];
    }
    return [{ list: column.list, checkedOn, method: 'website', outcome: 'clear' } as const];
  });
}
