/**
 * How a record's body lies in the database. Every body passes through here on its way in and out, inside transactions, so
 * both ways are synchronous: awaiting anything foreign would end the transaction early and keep its first half.
 */
export type Codec = {
  readonly seal: (body: unknown) => unknown;
  readonly open: (sealed: unknown) => unknown;
};

/** Bodies as they are. */
export const plainCodec: Codec = { seal: (body) => body, open: (sealed) => sealed };
