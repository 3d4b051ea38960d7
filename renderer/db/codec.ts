import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { keyFor } from '../../shared/sealing/keys.ts';
import { openBytes, sealBytes } from '../../shared/sealing/sealed-body.ts';

/**
 * How an agency's records lie in its database. Every body passes through here on its way in and out, inside transactions, so
 * everything is synchronous: awaiting anything foreign would end the transaction early and keep its first half.
 */
export type Codec = {
  /** Whether bodies are sealed. False for the demo, whose people are invented. */
  readonly sealed: boolean;
  /** The key of a record's row. A sealed database names rows by keyed digests, since ids of imported records may name people. */
  readonly rowId: (list: string, id: string) => string;
  readonly seal: (list: string, rowId: string, body: unknown) => unknown;
  /** @throws NotGenuine */
  readonly open: (list: string, rowId: string, sealed: unknown) => unknown;
  /** The same for the medical part of a record; null without the medical right. */
  readonly medical: { readonly seal: (list: string, rowId: string, body: unknown) => unknown; readonly open: (list: string, rowId: string, sealed: unknown) => unknown } | null;
  /** Overwrites the keys; until `remember` gives them back, sealing and opening are bugs and throw. */
  readonly forget: () => void;
  /** Takes the keys of the same agency and the same rights again, after an unlock. */
  readonly remember: (keys: RecordKeys) => void;
};

/** What lies at `where` was not sealed there with this key: altered, moved, cut off, or of another agency. */
export class NotGenuine extends Error {
  constructor(readonly where: string) {
    super(`${where} is not what Muster sealed there`);
    this.name = 'NotGenuine';
  }
}

/** Bodies as they are. */
export const plainCodec: Codec = {
  sealed: false,
  rowId: (_list, id) => id,
  seal: (_list, _rowId, body) => body,
  open: (_list, _rowId, body) => body,
  medical: { seal: (_list, _rowId, body) => body, open: (_list, _rowId, body) => body },
  forget: () => undefined,
  remember: () => undefined,
};

/** The keys the page gets while an agency is unlocked: that of the records, and, with the medical right, that of their medical parts. */
export type RecordKeys = { readonly records: Uint8Array; readonly medical: Uint8Array | null };

/** Lists whose rows are numbered, not named after anybody. */
const numbered: ReadonlySet<string> = new Set(['agency', 'acknowledgements']);

/** Bodies sealed with the keys of an unlocked agency. The keys are copied; `forget` overwrites the copies. */
export function sealingCodec({ records, medical }: RecordKeys): Codec {
  const general = Uint8Array.from(records);
  const names = keyFor(general, 'record-names');
  const notes = medical === null ? null : Uint8Array.from(medical);
  let here = true;
  const present = (): void => {
    // Zeros would seal and open without complaint, and what they sealed nobody could read again.
    if (!here) throw new Error('The keys are forgotten; nothing may be sealed or opened before the next unlock');
  };
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const sealing = (key: Uint8Array, part: string) => ({
    seal: (list: string, rowId: string, body: unknown): Uint8Array => {
      present();
      return sealBytes(key, `${part}${list}/${rowId}`, encoder.encode(JSON.stringify(body)), randomBytes(24));
    },
    open: (list: string, rowId: string, sealed: unknown): unknown => {
      present();
      const opened = sealed instanceof Uint8Array ? openBytes(key, `${part}${list}/${rowId}`, sealed) : null;
      if (opened?.ok !== true) throw new NotGenuine(`${list} ${rowId}`);
      return JSON.parse(decoder.decode(opened.value));
    },
  });
  return {
    sealed: true,
    rowId: (list, id) => {
      present();
      return numbered.has(list) ? id : bytesToHex(hmac(sha256, names, utf8ToBytes(`${list}/${id}`))).slice(0, 32);
    },
    ...sealing(general, ''),
    medical: notes === null ? null : sealing(notes, 'medical/'),
    remember: (keys) => {
      general.set(keys.records);
      names.set(keyFor(general, 'record-names'));
      if (keys.medical !== null) notes?.set(keys.medical);
      here = true;
    },
    forget: () => {
      here = false;
      general.fill(0);
      names.fill(0);
      notes?.fill(0);
    },
  };
}
