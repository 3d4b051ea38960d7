import { argon2id } from 'hash-wasm';
import { z } from 'zod';

/**
 * How a passphrase becomes a key, kept beside every user so that it can be raised later. The bounds keep a damaged or hostile keyring from
 * asking for more memory or time than an office machine has.
 */
export const kdfSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().min(8_192).max(262_144),
  passes: z.int().min(1).max(10),
  lanes: z.int().min(1).max(4),
  salt: z.base64().length(24),
});
export type Kdf = Readonly<z.infer<typeof kdfSchema>>;

/** What new passphrases get: more than RFC 9106's second recommendation asks, a third of a second on an office machine. */
export const usualCost = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;
export type KdfCost = Pick<Kdf, 'memoryKiB' | 'passes' | 'lanes'>;

/** The key of a passphrase, 32 bytes. The same letters typed on another keyboard give the same key: the text is put into Unicode's form NFKC first. */
export async function keyOfPassphrase(passphrase: string, { memoryKiB, passes, lanes, salt }: Kdf): Promise<Uint8Array> {
  return await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(salt, 'base64'),
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
}
