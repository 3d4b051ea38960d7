import type { AgencyFile } from '../agency-file/schema.ts';
import { backupTroubles, type BackupStatus, type BackupTrouble } from '../backup/status.ts';
import { fuseNames, profileParts, type FuseName, type LoggedEvent, type MachineFacts, type ProfilePart } from '../ipc/diagnostics.ts';
import { bytesWords } from '../storage/space.ts';
import { countOf } from '../wording.ts';

/**
 * A report for whoever helps with Muster. It is built from facts that are numbers, switches and words of closed lists; nothing that
 * anybody typed is among them, so nothing of the agency can come out, whatever it holds.
 */
export type AgencyFacts = {
  readonly demo: boolean;
  readonly schemaVersion: number;
  readonly packs: number;
  readonly counts: Readonly<Record<CountedList, number>>;
};

export const countedLists = ['people', 'evidence', 'documents', 'exclusionChecks', 'decisions', 'listVersions', 'monthRecords', 'acknowledgements', 'agencyRecords', 'teams', 'sites', 'vendors', 'audit'] as const;
export type CountedList = (typeof countedLists)[number];

/** What the page knows of its own storage; null where it was not said. */
export type PageFacts = { readonly persisted: boolean | null; readonly usage: number | null; readonly quota: number | null };

/** The state of backups. Instants are ISO in UTC; `trouble` is the code alone. */
export type BackupFacts = { readonly chosen: boolean; readonly reachable: boolean; readonly lastGoodAt: string | null; readonly kept: number; readonly lastFailedAt: string | null; readonly trouble: BackupTrouble | null };

/** What of an agency may be told: how many of each kind, and nothing of any of them. */
export function agencyFacts(file: AgencyFile, { demo, schemaVersion }: { readonly demo: boolean; readonly schemaVersion: number }): AgencyFacts {
  const counts = Object.fromEntries(countedLists.map((list) => [list, file[list]?.length ?? 0])) as Record<CountedList, number>;
  return { demo, schemaVersion, packs: file.agency.packs.length, counts };
}

/** What of the backups may be told: neither their folder nor their names. */
export const backupFacts = ({ place, lastGoodAt, lastFailure, backups }: BackupStatus): BackupFacts => ({
  chosen: place !== null,
  reachable: place?.reachable ?? false,
  lastGoodAt,
  kept: backups.length,
  lastFailedAt: lastFailure?.at ?? null,
  // After the colon stands the place, which may be a name.
  trouble: backupTroubles.find((code) => code === lastFailure?.why.split(':')[0]) ?? null,
});

const listNames: Readonly<Record<CountedList, string>> = {
  people: 'People',
  evidence: 'Items of evidence',
  documents: 'Documents',
  exclusionChecks: 'Exclusion checks',
  decisions: 'Decisions',
  listVersions: 'List versions',
  monthRecords: 'Month records',
  acknowledgements: 'Notes on findings',
  agencyRecords: 'Agency records',
  teams: 'Teams',
  sites: 'Sites',
  vendors: 'Vendors',
  audit: 'Log entries',
};

const partNames: Readonly<Record<ProfilePart, string>> = { records: 'Records', documents: 'Documents', keys: 'Keys and notes', logs: 'Logs', rest: 'Everything else' };

const fuseWords: Readonly<Record<FuseName, string>> = {
  runAsNode: 'Run as Node',
  cookieEncryption: 'Cookie encryption',
  nodeOptions: 'NODE_OPTIONS',
  nodeCliInspect: '--inspect',
  embeddedAsarIntegrity: 'Archive integrity',
  onlyLoadAppFromAsar: 'Only from the archive',
  browserProcessSnapshot: 'Own start snapshot',
  fileProtocolPrivileges: 'Extra rights of file:',
};

const platformNames: Readonly<Record<MachineFacts['platform'], string>> = { windows: 'Windows', macos: 'macOS', linux: 'Linux', other: 'Another system' };
const keyStoreWords: Readonly<Record<MachineFacts['keyStore'], string>> = { real: 'real', 'no-store': 'none', 'plain-text': 'plain text, refused' };

const yesNo = (value: boolean | null): string => (value === null ? 'not said' : value ? 'yes' : 'no');
const bytesOr = (value: number | null): string => (value === null ? 'not said' : bytesWords(value));

/** Only an instant passes as one: `2026-03-19 14:05 UTC`. */
const instant = (at: string | null): string => (at !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(at) ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : 'never');

/** Wider than every name, so that the values of all sections stand below one another. */
const column = 26;

const section = (title: string, rows: readonly (readonly [string, string])[]): string => [title, ...rows.map(([name, value]) => `  ${name.padEnd(column)}${value}`)].join('\n');

const eventRow = ({ event, level, count, lastAt, codes }: LoggedEvent): readonly [string, string] => [
  event,
  `${count} x, last ${instant(lastAt)}${codes.length === 0 ? '' : ` (${codes.join(', ')})`}${level === 'info' ? '' : ` ${level === 'warn' ? 'warning' : 'fault'}`}`,
];

export type Diagnostics = {
  /** ISO instant in UTC. */
  readonly at: string;
  readonly machine: MachineFacts;
  readonly page: PageFacts;
  /** Null where no agency is open. */
  readonly agency: AgencyFacts | null;
  /** Null where it could not be asked, or the agency has none (the demo). */
  readonly backup: BackupFacts | null;
};

/** The report as text, in full: what is shown is what is saved. Lines end with a line feed. */
export function diagnosticsText({ at, machine, page, agency, backup }: Diagnostics): string {
  const { fuses, disk } = machine;
  const agencyRows: readonly (readonly [string, string])[] =
    agency === null
      ? [['Open', 'none']]
      : [
          ['Open', agency.demo ? 'the demo' : 'one'],
          ['Schema', `version ${agency.schemaVersion}`],
          ['Rule packs', String(agency.packs)],
          ...countedLists.map((list): readonly [string, string] => [listNames[list], String(agency.counts[list])]),
        ];
  return `${[
    `Muster diagnostics, ${instant(at)}\nNumbers, switches and codes only: no names, no dates of people, no text anybody typed, no folders.`,
    section('Program', [
      ['Muster', `${machine.muster}${machine.packaged ? '' : ' (checkout)'}`],
      ['Electron', machine.electron],
      ['Chromium', machine.chromium],
      ['Node', machine.node],
      ['Sandbox', machine.sandbox ? 'on' : 'off'],
    ]),
    section('Machine', [
      ['System', `${platformNames[machine.platform]} ${machine.release}, ${machine.arch}`],
      ['Memory', `${machine.memoryMiB} MiB`],
      ['Processors', String(machine.cores)],
      ['Key store', keyStoreWords[machine.keyStore]],
      ['Disk, free', disk === null ? 'not said' : `${bytesWords(disk.freeBytes)} of ${bytesWords(disk.totalBytes)}`],
    ]),
    section('Fuses', fuses === null ? [['Fuses', 'could not be read']] : fuseNames.map((name) => [fuseWords[name], fuses[name]])),
    section('Storage', [
      ['Protected from removal', yesNo(page.persisted)],
      ['Used', bytesOr(page.usage)],
      ['Share of the disk', bytesOr(page.quota)],
      ...profileParts.map((part): readonly [string, string] => [partNames[part], `${bytesWords(machine.profile[part].bytes)} in ${countOf(machine.profile[part].files, 'file')}`]),
      ['Agencies with keys', String(machine.agenciesWithKeys)],
    ]),
    section('Agency', agencyRows),
    section(
      'Backup',
      backup === null
        ? [['State', 'none for this agency']]
        : [
            ['Folder', backup.chosen ? (backup.reachable ? 'chosen, there' : 'chosen, away') : 'never chosen'],
            ['Last good one', instant(backup.lastGoodAt)],
            ['Kept', String(backup.kept)],
            ['Last failure', backup.lastFailedAt === null ? 'never' : `${instant(backup.lastFailedAt)}${backup.trouble === null ? '' : ` (${backup.trouble})`}`],
          ],
    ),
    section('Local log', [...(machine.log.length === 0 ? [['Events', 'none'] as const] : machine.log.map(eventRow)), ['Lines that are none', String(machine.logUnread)]]),
  ].join('\n\n')}\n`;
}
