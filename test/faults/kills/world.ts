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
    exported: null,
    exporting: null,
    unseen: { record: 0, files: 0 },
    counter: 0,
  };
}

/** A step, and what it does to what must be true: before it is asked for, and once it was acknowledged. */
export type Planned = { readonly step: Step; readonly begin: () => void; readonly acknowledged: (value: unknown) => void };

const at = '2026-03-19T15:00:00Z';
const noteOf = (world: World, what: string): Note => ({ id: `log-${world.agencyId}-${(world.counter += 1)}`, at, what });

function applied(file: AgencyFile, changes: readonly Change[]): AgencyFile {
  const next = applyChanges(file, changes);
  if (!next.ok) throw new Error(`The workload made a change that is refused: ${JSON.stringify(next.error).slice(0, 300)}`);
  return next.value;
}

/** The next step of a world whose agency is open. */
export function nextStep(world: World, random: Random, exportPath: string): Planned {
  const { file } = world;
  if (file === null) throw new Error('The agency of this world is not there yet');
  const kind = random.below(100);
  if (kind < 40) return commitStep(world, file, manyChanges(world, file, random), 'Recorded something');
  if (kind < 55) {
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
  if (kind < 63) return raceStep(world, file, random);
  if (kind < 71) return undoStep(world, file) ?? eventStep(world, file);
  if (kind < 78) return eventStep(world, file);
  if (kind < 84 || world.secrets === null) return exportStep(world, file, exportPath);
  return keyStep(world, world.secrets, random);
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

function settle(world: World, file: AgencyFile, entries: readonly Acknowledged[]): void {
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
