/** The operating system's code of an error (`EACCES`), or its kind: what may be logged and shown without quoting a path. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
