import { replay } from '../../shared/agenda/exclusions/replay.ts';
import { required } from '../../shared/assert.ts';
import { fail, ok } from '../../shared/result.ts';
import type { ReadList } from '../../shared/screening/list.ts';
import { packCopy, unpackCopy } from '../../shared/screening/lists/kept-copy.ts';
import { listVersionOf, warningsAgainst } from '../../shared/screening/lists/list-version.ts';
import { previewList } from '../../shared/screening/lists/preview-list.ts';
import { readList } from '../../shared/screening/lists/read-list.ts';
import { buildIndex, type ListIndex } from '../../shared/screening/match/list-index.ts';
import type {
  ListSummary, ScreeningAnswerMessage, ScreeningAnswers, ScreeningKind, ScreeningRequestMessage, ScreeningRequests,
} from './screening-messages.ts';
import { compare, searchAll, type Between } from './screening-work.ts';

// Lists are read and searched away from the screen, which never waits for them. Rows stay here and go by the digest of their file.
const lists = new Map<string, ReadList>();
const indexes = new Map<string, ListIndex>();
const stopped = new Set<number>();

/** How long, in milliseconds, a piece of work may go on before messages are let in: a cancel is heard within this time. */
const pieceOf = 40;

type Handlers = { readonly [Kind in ScreeningKind]: (ask: ScreeningRequests[Kind], between: Between) => Promise<ScreeningAnswers[Kind] | null> };

const handlers: Handlers = {
  read: async ({ bytes, fileName, options }) => {
    const read = await readList(bytes, fileName, options);
    if (!read.ok) return read;
    lists.set(read.value.sha256, read.value);
    return ok(summaryOf(read.value));
  },
  preview: ({ bytes, fileName, list }) => previewList(bytes, fileName, list),
  pack: ({ bytes }) => Promise.resolve(packCopy(bytes)),
  hold: async ({ sha256, name, packed, options }) => {
    if (lists.has(sha256)) return ok(null);
    const bytes = unpackCopy(packed);
    if (!bytes.ok) return fail({ code: 'damaged' });
    const read = await readList(bytes.value, name, options);
    if (!read.ok) return fail({ code: 'unreadable', error: read.error });
    if (read.value.sha256 !== sha256) return fail({ code: 'damaged' });
    lists.set(sha256, read.value);
    return ok(null);
  },
  warnings: ({ sha256, before, today, publishedOn }) =>
    Promise.resolve(warningsAgainst(listOf(sha256), before, today, ...(publishedOn === null ? [] : [publishedOn]))),
  version: ({ sha256, more }) => Promise.resolve(listVersionOf(listOf(sha256), more)),
  compare: ({ before, after, subjects, on }, between) => compare(listOf(before), listOf(after), subjects, on, between),
  search: ({ tasks, on }, between) => searchAll(tasks.map(({ sha256, subjects }) => ({ index: indexOf(sha256), subjects })), on, between),
  replay: ({ file, checkIds }) => {
    const asked = new Set(checkIds);
    return Promise.resolve(replay({ ...file, exclusionChecks: (file.exclusionChecks ?? []).filter(({ id }) => asked.has(id)) }, lists));
  },
};

const listOf = (sha256: string): ReadList => required(lists.get(sha256), 'A list is asked for only after it was read');

function indexOf(sha256: string): ListIndex {
  const known = indexes.get(sha256);
  if (known !== undefined) return known;
  const index = buildIndex(listOf(sha256));
  indexes.set(sha256, index);
  return index;
}

function summaryOf({ rows, ...rest }: ReadList): ListSummary {
  return { ...rest, rowCount: rows.length };
}

const say = (message: ScreeningAnswerMessage): void => postMessage(message);

/** Lets the messages that have come in be heard: a turn of the event loop. */
const aTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

function betweenOf(id: number): Between {
  let since = performance.now();
  return async (done, total) => {
    if (done < total && done > 0 && performance.now() - since < pieceOf) return 'go-on';
    say({ id, kind: 'progress', done, total });
    await aTurn();
    since = performance.now();
    return stopped.has(id) ? 'stop' : 'go-on';
  };
}

async function answer<Kind extends ScreeningKind>(id: number, kind: Kind, ask: ScreeningRequests[Kind]): Promise<void> {
  try {
    const reply = await handlers[kind](ask, betweenOf(id));
    say(reply === null ? { id, kind: 'cancelled' } : { id, kind: 'answer', answer: reply });
  } catch (error) {
    say({ id, kind: 'broken', detail: error instanceof Error ? error.message : String(error) });
  } finally {
    stopped.delete(id);
  }
}

addEventListener('message', ({ data }: MessageEvent<ScreeningRequestMessage>) => {
  if (data.kind === 'cancel') stopped.add(data.id);
  else void answer(data.id, data.kind, data.ask);
});
