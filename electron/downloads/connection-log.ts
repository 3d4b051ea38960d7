import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connectionSchema, type Connection } from '../../shared/ipc/connection.ts';

/** The record of every connection, a line of JSON each. Addresses, sizes and times only: a connection carries nothing else. */
export type ConnectionLog = {
  /** Adds a line; throws where the disk refuses it. */
  readonly add: (connection: Connection) => void;
  /** Throws unless a line could be added now. */
  readonly prove: () => void;
  /** Oldest first. `unread` counts lines that are not what was written. */
  readonly read: () => { readonly connections: readonly Connection[]; readonly unread: number };
};

/** At this size the log is cut back to its newest lines: years of monthly downloads. */
const limits = { bytes: 1_000_000, lines: 2_000 };

/** The log in a file, which is made at the first line. */
export function connectionLog(file: string, bounds: { readonly bytes: number; readonly lines: number } = limits): ConnectionLog {
  const append = (text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    // A line cut off by a crash must not swallow the next one.
    const torn = existsSync(file) && !readFileSync(file, 'utf8').endsWith('\n') && statSync(file).size > 0;
    appendFileSync(file, text === '' || !torn ? text : `\n${text}`, { mode: 0o600 });
  };
  return {
    add(connection) {
      append(`${JSON.stringify(connection)}\n`);
      if (statSync(file).size <= bounds.bytes) return;
      const kept = linesOf(readFileSync(file, 'utf8')).slice(-bounds.lines);
      const aside = `${file}.part`;
      writeFileSync(aside, kept.map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
      renameSync(aside, file);
    },
    prove() {
      append('');
    },
    read() {
      if (!existsSync(file)) return { connections: [], unread: 0 };
      const read = linesOf(readFileSync(file, 'utf8')).map(parsed);
      const connections = read.filter((each) => each !== null);
      return { connections, unread: read.length - connections.length };
    },
  };
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

function parsed(line: string): Connection | null {
  try {
    const result = connectionSchema.safeParse(JSON.parse(line));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
