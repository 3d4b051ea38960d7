/** The word the build leaves in index.html where each page load gets a nonce of its own. */
export const nonceMark = '__MUSTER_NONCE__';

/**
 * The policy every answer of the app carries. Nothing is allowed but what a line here allows. Styles need the nonce since
 * the UI kit writes `<style>` elements; scripts and connections are the app's own files and nothing else.
 */
export function contentSecurityPolicy(nonce: string, devServer: string | null): string {
  const connect = devServer === null ? '' : ` ${devServer.replace(/^http/, 'ws')}`;
  // The dev server's refresh code is an inline script; it carries the same nonce.
  const script = devServer === null ? '' : ` 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self'${script}`,
    // Parsed pages may not carry style attributes; styles set by script through the CSSOM are not affected.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${connect}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
