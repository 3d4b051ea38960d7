import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { openBytes, sealBytes } from '../../shared/sealing/sealed-body.ts';

/** An X25519 key pair, 32 bytes each: whoever has the public half can seal, only the private half opens. */
export type KeyPair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

const rawBytes = 32;
const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export function newKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('x25519');
  const { x, d } = privateKey.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new Error('X25519 key without its numbers');
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')), privateKey: new Uint8Array(Buffer.from(d, 'base64url')) };
}

/** Seals something for the owner of a public key (ephemeral X25519, HKDF-SHA-256, XChaCha20-Poly1305): the ephemeral public key, then the sealed bytes. */
export function sealFor(publicKey: Uint8Array, context: string, plain: Uint8Array): Uint8Array {
  const ephemeral = newKeyPair();
  const key = agreed(privateObject(ephemeral), publicObject(publicKey), ephemeral.publicKey, publicKey);
  const sealed = sealBytes(key, context, plain, randomBytes(24));
  key.fill(0);
  return Buffer.concat([ephemeral.publicKey, sealed]);
}

/** Opens what was sealed for this pair in the same context; null where it was not. */
export function openFor(pair: KeyPair, context: string, box: Uint8Array): Uint8Array | null {
  if (box.length <= rawBytes) return null;
  const ephemeral = box.subarray(0, rawBytes);
  try {
    const opened = openBytes(agreed(privateObject(pair), publicObject(ephemeral), ephemeral, pair.publicKey), context, box.subarray(rawBytes));
    return opened.ok ? opened.value : null;
  } catch {
    // OpenSSL refuses points of small order by throwing.
    return null;
  }
}

const publicObject = (publicKey: Uint8Array): KeyObject => createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: encode(publicKey) }, format: 'jwk' });
const privateObject = ({ publicKey, privateKey }: KeyPair): KeyObject => createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', x: encode(publicKey), d: encode(privateKey) }, format: 'jwk' });

function agreed(privateKey: KeyObject, publicKey: KeyObject, ephemeral: Uint8Array, recipient: Uint8Array): Uint8Array {
  const secret = diffieHellman({ privateKey, publicKey });
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.concat([ephemeral, recipient]), 'muster sealed box 1', 32));
}
