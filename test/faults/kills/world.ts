import { createHash } from 'node:crypto';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { applyChanges } from '../../../shared/model/apply-changes.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { Random } from '../../support/random.ts';
import type { Acknowledged, Note, Step } from '../harness/protocol.ts';
import { firstAgency, someChange, someImport, withoutImport } from './agency.ts';
import type { Outcome } from './check-record.ts';

/** What the driving process knows of the users' secrets: what was acknowledged, and what was asked for but not. */
export type Secrets = {
  userId: string;
  passphrase: string;
  nextPassphrase: string | null;
  recoveryKey: string | null;
  /** A new recovery key was asked for, and nobody heard it: the old one may be void. */
  recoveryInDoubt: boolean;
  readonly users: Map<string, string>;
  nextUser: { readonly id: string; readonly passphrase: string } | null;
};

/** A profile and everything that must be true of it. */
export type World = {
  readonly agencyId: string;
  readonly first: AgencyFile;
  /** How its database began: of the first schema, plain, or sealed. */
  readonly begins: 'old' | 'plain' | 'sealed';
  /** Null until the database was acknowledged. */
  file: AgencyFile | null;
  log: readonly Acknowledged[];
  pending: readonly Outcome[];
  secrets: Secrets | null;
  /** Imports that can be undone: the id of their entry, and their number. */
  imports: { readonly logId: string; readonly number: number; readonly seq: number }[];
  /** Whether its rows are sealed; in doubt while nobody heard the end of the sealing. */
  sealed: 'no' | 'in doubt' | 'yes';
  /** Documents stored and acknowledged, by digest, and those being stored or destroyed. */
  readonly documents: Map<string, string>;
  readonly destroyed: Set<string>;
  storing: { readonly sha256: string; readonly text: string } | null;
  destroying: string | null;
  /** The last backup that was acknowledged as good, and the head of the log it was made at. */
  backedUp: { readonly name: string; readonly entries: number } | null;
  exported: AgencyFile | null;
  exporting: AgencyFile | null;
  /** Acknowledged since somebody last looked: changes of the record, and of keys and files. */
  unseen: { record: number; files: number };
  counter: number;
};

export function newWorld(random: Random, number: number): World {
  return {
    agencyId: `world-${number}`,
    first: firstAgency(random),
    begins: random.pick(['old', 'plain', 'sealed', 'sealed']),
    file: null,
    log: [],
    pending: [],
    secrets: null,
    imports: [],
    sealed: 'no',
    documents: new Map(),
    destroyed: new Set(),
    storing: null,
    destroying: null,
    backedUp: null,
    exported: null,
    exporting: null,
    unseen: { record: 0, files: 0 },
    counter: 0,
  };
}

/** A step, and what it does to what must be true: before it is asked for, and once it was acknowledged. */
export type Planned = { readonly step: Step; readonly begin: () => void; readonly acknowledged: (value: unknown) => void };

const at = '2026-03-19T15:00:00Z';
export const noteOf = (world: World, what: string): Note => ({ id: `log-${world.agencyId}-${(world.counter += 1)}`, at, what });

function applied(file: AgencyFile, changes: readonly Change[]): AgencyFile {
  const next = applyChanges(file, changes);
  if (!next.ok) throw new Error(`The workload made a change that is refused: ${JSON.stringify(next.error).slice(0, 300)}`);
  return next.value;
}

/** Where exported files and backups go. */
export type Outside = { readonly exportPath: string; readonly backups: string };

/** The next step of a world whose agency is open. */
export function nextStep(world: World, random: Random, place: Outside): Planned {
  const { file } = world;
  if (file === null) throw new Error('The agency of this world is not there yet');
  // Step by step of a hundred: records, imports, races, undoing, events, exports, keys, documents, backups.
  const kind = random.below(100);
  if (kind < 34) return commitStep(world, file, manyChanges(world, file, random), 'Recorded something');
  if (kind < 48) {
    const number = (world.counter += 1);
    const planned = commitStep(world, file, someImport(number, random), 'Imported a roster');
    return {
      ...planned,
      acknowledged: (value) => {
        planned.acknowledged(value);
        const entry = world.log.at(-1);
        if (entry !== undefined) world.imports.push({ logId: entry.id, number, seq: entry.seq });
      },
    };
  }
  if (kind < 56) return raceStep(world, file, random);
  if (kind < 66) return undoStep(world, file) ?? eventStep(world, file);
  if (kind < 72) return eventStep(world, file);
  if (kind < 82 || world.secrets === null || world.sealed !== 'yes') return exportStep(world, file, place.exportPath);
  if (kind < 88) return keyStep(world, world.secrets, random);
  if (kind < 94) return documentStep(world, random);
  return backupStep(world, place.backups);
}

function manyChanges(world: World, file: AgencyFile, random: Random): readonly Change[] {
  const changes: Change[] = [];
  let now = file;
  for (let more = 1 + random.below(4); more > 0; more -= 1) {
    const change = someChange(now, (world.counter += 1), random);
    now = applied(now, [change]);
    changes.push(change);
  }
  return changes;
}

function commitStep(world: World, file: AgencyFile, changes: readonly Change[], what: string): Planned {
  const note = noteOf(world, what);
  const after = applied(file, changes);
  return {
    step: { do: 'commit', changes, note },
    begin: () => (world.pending = [{ file: after, added: [note.id] }]),
    acknowledged: (value) => settle(world, after, [value as Acknowledged]),
  };
}

export function settle(world: World, file: AgencyFile, entries: readonly Acknowledged[]): void {
  world.file = file;
  world.log = [...world.log, ...entries];
  world.pending = [];
  world.unseen.record += entries.length;
}

function raceStep(world: World, file: AgencyFile, random: Random): Planned {
  // Of two that change the same record the later one wins whole; so that the outcome can be told, they make new ones.
  const [one, other] = [someImport((world.counter += 1), random).slice(0, 9), someImport((world.counter += 1), random).slice(0, 9)];
  const [first, second] = [noteOf(world, 'One window'), noteOf(world, 'Another window')];
  const both: readonly Outcome[] = [
    { file: applied(applied(file, one), other), added: [first.id, second.id] },
    { file: applied(applied(file, other), one), added: [second.id, first.id] },
  ];
  return {
    step: { do: 'race', commits: [{ changes: one, note: first }, { changes: other, note: second }] },
    begin: () => (world.pending = [{ file: applied(file, one), added: [first.id] }, { file: applied(file, other), added: [second.id] }, ...both]),
    acknowledged: (value) => {
      const entries = [...(value as readonly Acknowledged[])].sort((left, right) => left.seq - right.seq);
      const outcome = both.find(({ added }) => added.every((id, at) => id === entries[at]?.id)) ?? both[0];
      if (outcome !== undefined) settle(world, outcome.file, entries);
    },
  };
}

function undoStep(world: World, file: AgencyFile): Planned | null {
  const seq = world.log.at(-1)?.seq ?? 0;
  // What is kept for undoing is bounded.
  world.imports = world.imports.filter((each) => each.seq > seq - 80);
  const last = world.imports.at(-1);
  if (last === undefined) return null;
  const note = { ...noteOf(world, 'Took an import back'), reason: 'It was the wrong file' };
  const after = withoutImport(file, last.number);
  return {
    step: { do: 'undo', logId: last.logId, note },
    begin: () => {
      world.pending = [{ file: after, added: [note.id] }];
      world.imports = world.imports.filter((each) => each !== last);
    },
    // The answer of an undo has no hash of its entry; what was written is read at the next start, and must be this.
    acknowledged: () => settle(world, after, [{ id: note.id, seq: (world.log.at(-1)?.seq ?? 0) + 1, hash: '' }]),
  };
}

function eventStep(world: World, file: AgencyFile): Planned {
  const note = { ...noteOf(world, 'Made a binder'), kind: 'binder' as const };
  return {
    step: { do: 'event', note },
    begin: () => (world.pending = [{ file, added: [note.id] }]),
    acknowledged: (value) => settle(world, file, [value as Acknowledged]),
  };
}

function exportStep(world: World, file: AgencyFile, path: string): Planned {
  return {
    step: { do: 'export', path },
    begin: () => (world.exporting = file),
    acknowledged: () => {
      world.exported = file;
      world.exporting = null;
      world.unseen.files += 1;
    },
  };
}

function keyStep(world: World, secrets: Secrets, random: Random): Planned {
  const number = (world.counter += 1);
  switch (random.below(3)) {
    case 0: {
      const next = `a passphrase of many words ${number}`;
      return {
        step: { do: 'change-passphrase', passphrase: secrets.passphrase, next },
        begin: () => (secrets.nextPassphrase = next),
        acknowledged: () => {
          secrets.passphrase = next;
          secrets.nextPassphrase = null;
          world.unseen.files += 1;
        },
      };
    }
    case 1: {
      const user = { id: `user-${number}`, passphrase: `what a colleague chose ${number}` };
      return {
        step: { do: 'add-user', userId: user.id, name: `Colleague ${number}`, medical: random.chance(0.5), passphrase: user.passphrase },
        begin: () => (secrets.nextUser = user),
        acknowledged: () => {
          secrets.users.set(user.id, user.passphrase);
          secrets.nextUser = null;
          world.unseen.files += 1;
        },
      };
    }
    default:
      return {
        step: { do: 'renew-recovery', passphrase: secrets.passphrase },
        begin: () => (secrets.recoveryInDoubt = true),
        acknowledged: (value) => {
          secrets.recoveryKey = (value as { readonly recoveryKey: string }).recoveryKey;
          secrets.recoveryInDoubt = false;
          world.unseen.files += 1;
        },
      };
  }
}

/** Stores a document, or destroys one. */
function documentStep(world: World, random: Random): Planned {
  const { agencyId, documents } = world;
  const known = [...documents.keys()];
  if (known.length > 1 && random.chance(0.4)) {
    const sha256 = random.pick(known);
    return {
      step: { do: 'destroy', agencyId, sha256, onRecord: known.filter((each) => each !== sha256) },
      begin: () => {
        world.destroying = sha256;
        documents.delete(sha256);
      },
      acknowledged: () => {
        world.destroying = null;
        world.destroyed.add(sha256);
        world.unseen.files += 1;
      },
    };
  }
  const text = `document ${agencyId} ${(world.counter += 1)} ${'synthetic '.repeat(random.below(20_000))}`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    step: { do: 'store', agencyId, text },
    begin: () => (world.storing = { sha256, text }),
    acknowledged: () => {
      documents.set(sha256, text);
      world.storing = null;
      world.unseen.files += 1;
    },
  };
}

function backupStep(world: World, folder: string): Planned {
  const entries = world.log.length;
  return {
    step: { do: 'back-up', agencyId: world.agencyId, folder },
    begin: () => undefined,
    acknowledged: (value) => {
      world.backedUp = { name: String(value), entries };
      world.unseen.files += 1;
    },
  };
}
