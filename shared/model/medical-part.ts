import { medicalKinds, type Evidence } from './evidence.ts';

/** A record in two parts: what everybody at work may read, and what only the medical right opens (null where there is none). */
export type Parts = { readonly general: unknown; readonly medical: MedicalPart | null };
/** The medical part of an item of evidence: its free text. Result and dates stay in the general part; every verdict rests on them alone. */
export type MedicalPart = { readonly note: string };

/** Parts the body of a record of `list`. Only notes on items of medical kinds are medical; documents of the medical vault are sealed as files. */
export function partsOf(list: string, body: unknown): Parts {
  if (list !== 'evidence' || typeof body !== 'object' || body === null) return { general: body, medical: null };
  const { note, ...general } = body as Evidence;
  if (note === undefined || !medicalKinds.includes(general.kind)) return { general: body, medical: null };
  return { general, medical: { note } };
}

/** Puts the parts together again; the medical part is null where there is none, or it may not be read. */
export const joined = (general: unknown, medical: MedicalPart | null): unknown => (medical === null ? general : { ...(general as object), ...medical });
