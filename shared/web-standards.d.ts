// The few web standards the pure layer uses, named one by one, so that a stray `window` or `fs` fails the compiler.
// All of them exist in Chromium, Node and workers alike and neither read a clock nor a locale here.
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}
