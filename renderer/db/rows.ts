import { joined, partsOf, type MedicalPart } from '../../shared/model/medical-part.ts';
import type { CarriedEntry } from '../../shared/audit/chain.ts';
import type { ListTable, LogRow, MonthRow, PersonalRow, Row } from './agency-database.ts';
import type { Codec } from './codec.ts';

/** The body of a row, opened; its medical part with it where the codec may read that. @throws NotGenuine */
export function bodyOf(codec: Codec, list: ListTable | 'agency', row: Row): unknown {
  const general = codec.open(list, row.id, row.body);
  if (row.medical === undefined || codec.medical === null) return general;
  return joined(general, codec.medical.open(list, row.id, row.medical) as MedicalPart);
}

/** The id of the record in a row: its own, or for the lists that have none, the row's. */
export function idIn(body: unknown, row: Row): string {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : row.id;
}

/** What a digest in the log is taken of: the general part, which everybody at work can read, so that everybody can verify it. */
export const digested = (list: string, body: unknown): unknown => partsOf(list, body).general;

/**
 * A row of a list: its columns and its sealed body.
 * @param sealedMedical the sealed medical part to carry along, where the codec may neither read nor write it.
 */
export function rowOf(codec: Codec, list: ListTable | 'agency', id: string, n: number, body: unknown, sealedMedical?: unknown): PersonalRow & MonthRow {
  const rowId = codec.rowId(list, id);
  const { general, medical } = partsOf(list, body);
  if (medical !== null && codec.medical === null) throw new Error('A medical note needs the medical right; the commit refuses it before');
  const part = medical !== null && codec.medical !== null ? codec.medical.seal(list, rowId, medical) : sealedMedical;
  return {
    id: rowId,
    n,
    ...column(body, 'personId', (personId) => codec.rowId('people', personId)),
    ...column(body, 'month', (month) => month),
    body: codec.seal(list, rowId, general),
    ...(part !== undefined && { medical: part }),
  };
}

function column(body: unknown, key: 'personId' | 'month', as: (value: string) => string): Readonly<Record<string, string>> {
  const value: unknown = typeof body === 'object' && body !== null && key in body ? (body as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof value === 'string' ? { [key]: as(value) } : {};
}

/** An entry of the log, opened. @throws NotGenuine */
export const openEntry = (codec: Codec, row: LogRow): CarriedEntry => codec.open('log', `${row.seq}`, row.body) as CarriedEntry;

/** The row of an entry of the log. Its column is named like a record's: the entries of a file may have ids that another program chose. */
export const logRow = (codec: Codec, seq: number, entry: CarriedEntry): LogRow =>
  ({ seq, id: codec.rowId('log', typeof entry['id'] === 'string' ? entry['id'] : `${seq}`), body: codec.seal('log', `${seq}`, entry) });
