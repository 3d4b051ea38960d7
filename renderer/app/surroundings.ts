/** The clock and chance, taken from the machine here and handed down from here: nothing below asks for them itself. */
export const clock = (): number => Date.now();
export const newId = (): string => crypto.randomUUID();
export const newKey = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));
