import { createContext, useContext } from 'react';
import type { Actor, Right } from '../../shared/access/rights.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { LogKind } from '../../shared/audit/events.ts';
import type { Surveying } from '../../shared/agenda/survey/surveying.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { LogHead } from '../../shared/ipc/vault.ts';
import type { Survey } from '../../shared/model/agency-records/agency-record.ts';
import type { Change } from '../../shared/model/changes.ts';
import type { Result } from '../../shared/result.ts';
import type { Explanation } from '../../shared/rules/explanation.ts';
import type { AgencyRequirementInfo } from '../../shared/rules/catalogue.ts';
import type { RequirementInfo } from '../../shared/rules/requirement.ts';
import type { Evaluation, Standing } from '../../shared/rules/standing.ts';
import type { BackupDoor } from '../db/backup-door.ts';
import type { DisposeError } from '../db/dispose.ts';
import type { CommitError, StorageFailure } from '../db/failures.ts';
import type { IntakeStore } from '../db/intake-store.ts';
import type { ReminderStore } from '../db/reminder-store.ts';
import type { CopyStanding } from '../db/standing.ts';
import type { UndoError, UndoReport } from '../db/undo-import.ts';
import type { RecordsVerified } from '../db/verify-records.ts';

/**
 * One open agency as the screens see it: its record, the day it is looked at, what the rules say of that day, and the one
 * way to change it. Values, never handles: a screen reads and commits, it does not know where anything lies.
 */
export type Session = {
  readonly agencyId: string;
  /** Live: changes whenever anything is committed. */
  readonly file: AgencyFile;
  readonly today: CivilDate;
  readonly asOf: CivilDate;
  /** ISO instant or date; null is now. */
  readonly knownAt: string | null;
  /** Whether as-of is today and known-at is now. When false nothing can be written. */
  readonly isNow: boolean;
  /** Whether anything can be recorded at all: it is now, and who is at work does more than look. A role may still not include a change; `commit` says so. */
  readonly canRecord: boolean;
  /** Why this copy of the agency is only looked at; null where it is the one that is written. */
  readonly copy: CopyStanding | null;
  /** Surveyor mode; null for none. While it lasts `file` and `evaluation` hold only what the surveyor may see, nothing can be recorded, and rights are the host's choice. */
  readonly surveying: Surveying | null;
  /** Begins surveyor mode with the record of its survey, and ends it, which records its last day. The entry names `by`, who proved to be here. */
  readonly beginSurvey: (survey: Survey, choices: Pick<Surveying, 'agency' | 'takeAlong' | 'medical'>) => Promise<Result<null, CommitError>>;
  readonly endSurvey: (by: string | null) => Promise<Result<null, CommitError>>;
  /** Null is today. */
  readonly setAsOf: (date: CivilDate | null) => void;
  readonly setKnownAt: (at: string | null) => void;
  readonly evaluation: Evaluation;
  readonly requirements: readonly RequirementInfo[];
  readonly requirement: (id: string) => RequirementInfo | undefined;
  /** What the packs in force ask of the agency and its teams. */
  readonly agencyRequirements: readonly AgencyRequirementInfo[];
  /** The title of any requirement, of people, of the agency or its own; the id where nobody knows it. */
  readonly requirementTitle: (id: string) => string;
  readonly explain: (standing: Standing) => Explanation;
  readonly standingsOf: (personId: string) => readonly Standing[];
  /** Writes changes and their log entry, all or nothing. `what` is the entry's sentence: "Recorded a TB test of Ana Ruiz". */
  readonly commit: (changes: readonly Change[], what: string, kind?: LogKind) => Promise<Result<{ readonly logId: string }, CommitError>>;
  /** Writes an entry about a deed that changes no record, such as an export. Also while another day is looked at. */
  readonly logEvent: (kind: LogKind, what: string, reason?: string) => Promise<Result<LogHead, CommitError>>;
  /** Who is at work; null where the agency has no users (the demo). */
  readonly actor: Actor;
  /** Whether who is at work has a right. */
  readonly can: (right: Right) => boolean;
  /** Takes back what one import or other commit brought, with a reason; see `undoImport`. */
  readonly undo: (logId: string, reason: string) => Promise<Result<UndoReport, UndoError>>;
  /** Disposes of the files of people on a reviewed list, for good; who asks destroys the documents before and after, see `useDispose`. */
  readonly dispose: (personIds: readonly string[], reason: string) => Promise<Result<{ readonly logId: string }, DisposeError>>;
  /** The log ids of the commits that can still be undone. */
  readonly undoable: () => Promise<readonly string[]>;
  /** Compares every record with what the log last wrote for it; only reads. */
  readonly verifyRecords: () => Promise<Result<RecordsVerified, StorageFailure>>;
  /** What this computer remembers of the reminders it told of this agency; beside the record, not in it. */
  readonly reminders: ReminderStore;
  /** What waits at the intake desk; beside the record, not in it. */
  readonly intake: IntakeStore;
  /** What backups, restoring and handing over need of the database. */
  readonly backup: BackupDoor;
  /** ISO instant of the real clock, for recordedAt. */
  readonly now: () => string;
  /** A new random id. */
  readonly newId: () => string;
  readonly isDemo: boolean;
};

const SessionContext = createContext<Session | null>(null);

/** Hands a session to the screens below; `AgencyDoor` does it in the app, tests may hand in their own. */
export const SessionProvider = SessionContext.Provider;

/** The open agency. Only inside `AgencyDoor`; anywhere else it is a bug. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs an open agency around it');
  return session;
}
