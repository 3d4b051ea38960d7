import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { faultCodes, logEvents } from '../../shared/diagnostics/log-events.ts';
import type { LoggedEvent } from '../../shared/ipc/diagnostics.ts';
import { instantSchema } from '../../shared/model/schema.ts';

const lineSchema = z.looseObject({ at: instantSchema, level: z.enum(['info', 'warn', 'error']), event: z.string() });
const knownEvent = z.enum([...logEvents, 'other']).catch('other');
const knownCode = z.enum(faultCodes);

/**
 * What the local log comes to, kind by kind, the last first. Nothing of a line is repeated but words of closed lists: whoever wrote
 * into the file, no name can come out.
 */
export function loggedEvents(text: string): { readonly events: readonly LoggedEvent[]; readonly unread: number } {
  const kinds = new Map<string, LoggedEvent>();
  let unread = 0;
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const read = readLine(line);
    if (read === null) {
      unread += 1;
      continue;
    }
    const { at, level, event: name, ...facts } = read;
    const event = knownEvent.parse(name);
    const known = kinds.get(`${level} ${event}`);
    const codes = [...codesOf(facts), ...(known?.codes ?? [])];
    kinds.set(`${level} ${event}`, {
      event,
      level,
      count: (known?.count ?? 0) + 1,
      lastAt: known !== undefined && known.lastAt > at ? known.lastAt : at,
      codes: [...new Set(codes)].sort(),
    });
  }
  return { events: [...kinds.values()].sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1)), unread };
}

/** The log's files, the oldest first; a missing one is empty. */
export async function readLog(folder: string): Promise<string> {
  const texts = await Promise.all(['muster.log.2', 'muster.log.1', 'muster.log'].map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')));
  return texts.join('\n');
}

function readLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Of the frames of an error its kind alone, which is their first word. */
const codesOf = (facts: Readonly<Record<string, unknown>>): readonly (typeof faultCodes)[number][] =>
  Object.values(facts).flatMap((fact) => {
    const code = knownCode.safeParse(typeof fact === 'string' ? fact.split(' ')[0] : null);
    return code.success ? [code.data] : [];
  });
