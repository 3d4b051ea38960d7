// The part of papaparse the readers use, found through `paths` of tsconfig.base.json. The published types pull all of Node's into
// every file, which the pure layer must not see.
type ParseConfig = {
  readonly delimiter?: string;
  readonly preview?: number;
  readonly skipEmptyLines?: boolean;
};
type ParseError = { readonly type: string; readonly code: string; readonly message: string; readonly row?: number };
declare const Papa: {
  parse(input: string, config?: ParseConfig): { readonly data: string[][]; readonly errors: readonly ParseError[] };
};
export default Papa;
