/** The words the local log of the main process uses. Whatever else stands in that file is counted as `other` and never repeated. */
export const logEvents = [
  'arguments-refused',
  'binder-finished',
  'download-denied',
  'half-written-swept',
  'handler-failed',
  'list-request-denied',
  'navigation-denied',
  'no-tray',
  'page-gone',
  'page-not-loaded',
  'page-unresponsive',
  'permission-denied',
  'profile-record-damaged',
  'profile-refused',
  'redirect-denied',
  'request-denied',
  'sender-refused',
  'started',
  'storage-mended',
  'storage-not-mended',
  'switches-refused',
  'uncaught',
  'webview-denied',
  'window-denied',
] as const;

/** Codes that may be repeated from the log: why a page's process ended, and what operating systems answer. Closed, so that a word somebody typed can never pass as one. */
export const faultCodes = [
  'abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'memory-eviction',
  'EACCES', 'EBUSY', 'EEXIST', 'EFBIG', 'EINVAL', 'EIO', 'EISDIR', 'EMFILE', 'ENFILE', 'ENODEV', 'ENOENT', 'ENOMEM', 'ENOSPC', 'ENOTDIR', 'ENOTEMPTY', 'EPERM', 'EROFS', 'ETIMEDOUT', 'EXDEV',
  'Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'AggregateError',
] as const;
