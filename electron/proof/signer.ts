/** Signs with the agency's Ed25519 key; the private half stays with whoever made this. */
export type Signer = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};
