/**
 * What an entry of the log is about. `change` is everything that altered the record; the others are deeds that alter nothing but must
 * be accounted for. Closed, and only ever added to: entries live for ten years and longer. An entry without a kind is a change.
 */
export const logKinds = [
  'change',
  'screening', // a run of exclusion checks was recorded
  'decision', // a possible match, or a month, was decided
  'undo',
  'import', // rows of a spreadsheet
  'export', // something left as a file: agency file, table, calendar, list of the log
  'binder', // a binder, packet or certificate was made
  'medical-opening', // a document of the medical vault, or medical notes, were opened
  'unlock',
  'lock',
  'failed-unlock', // wrong passphrases since the last unlock
  'users', // a user was added, changed, removed; a passphrase or the recovery key was changed
  'backup',
  'restore',
  'hand-over',
  'hold', // a legal hold was placed or released
  'disposal',
  'purge',
  'survey', // surveyor mode was begun or left, and every view of it
  'verification', // the log was verified, with the result
] as const;

export type LogKind = (typeof logKinds)[number];

/** What a kind is called on the screen. */
export const logKindWords: Readonly<Record<LogKind, string>> = {
  change: 'Change',
  screening: 'Screening',
  decision: 'Decision',
  undo: 'Undo',
  import: 'Import',
  export: 'Export',
  binder: 'Binder',
  'medical-opening': 'Medical opening',
  unlock: 'Unlock',
  lock: 'Lock',
  'failed-unlock': 'Failed unlock',
  users: 'Users and keys',
  backup: 'Backup',
  restore: 'Restore',
  'hand-over': 'Hand over',
  hold: 'Legal hold',
  disposal: 'Disposal',
  purge: 'Purge',
  survey: 'Survey',
  verification: 'Verification',
};
