import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { demonstrationPublicKey } from '../../shared/proof/key-words.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Unlocked } from '../vault/vault.ts';

/** Signs with the agency's Ed25519 key; the private half stays with whoever made this. */
export type Signer = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};

// The fixed beginnings of an Ed25519 key in DER (RFC 8410), before its 32 bytes.
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

function signerWith(key: KeyObject): Signer {
  const publicKey = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(publicHead.length));
  return { publicKey, sign: (message) => new Uint8Array(sign(null, message, key)) };
}

/** From the 32 bytes an Ed25519 key is made of (RFC 8032). The same seed is the same key. */
export const signerFromSeed = (seed: Uint8Array): Signer => signerWith(createPrivateKey({ key: Buffer.concat([privateHead, seed]), type: 'pkcs8', format: 'der' }));

/** The key of an unlocked agency: it follows from the agency's general data key, so it is in every backup and outlives every computer. */
export const signerOf = (unlocked: Pick<Unlocked, 'general'>): Signer => signerFromSeed(unlocked.general('binder-signing'));

/** A private key as `openssl genpkey -algorithm ed25519` writes it. */
export function signerFromPem(text: string): Result<Signer, 'not-a-key' | 'not-ed25519'> {
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch {
    return fail('not-a-key');
  }
  return key.asymmetricKeyType === 'ed25519' ? ok(signerWith(key)) : fail('not-ed25519');
}

/** Whether `signature` (128 hexadecimal digits) is of this message by this key (64). */
export function isSignedBy(publicKey: string, signature: string, message: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([publicHead, Buffer.from(publicKey, 'hex')]), type: 'spki', format: 'der' });
    return verify(null, message, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/** Signs what the demo agency makes. Everybody can make this key: it shows how a signed binder looks, and every verification says so. */
export function demonstrationSigner(): Signer {
  const signer = signerFromSeed(createHash('sha256').update('muster demonstration key, published, proves nothing').digest());
  if (Buffer.from(signer.publicKey).toString('hex') !== demonstrationPublicKey) throw new Error('the demonstration key is the one that is published');
  return signer;
}
