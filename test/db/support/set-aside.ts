import { Dexie } from 'dexie';
import type { StoragePart } from '../../../shared/ipc/storage-renewal.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SetAside } from '../../../renderer/db/storage-renewal.ts';

/** What the main process does with databases set aside, in memory. `killAt`: the call, counted from 1, that never comes back. */
export function memoryAside(): SetAside & { killAt: number; readonly calls: () => number; readonly whole_: () => number } {
  let kept: StoragePart[] = [];
  let whole = 0;
  let calls = 0;
  const call = async <Value>(task: () => Value | Promise<Value>): Promise<Value> => {
    calls += 1;
    if (calls === self.killAt) throw new Killed();
    return await task();
  };
  const self = {
    killAt: Infinity,
    calls: () => calls,
    whole_: () => whole,
    parts: () => call(() => ok({ parts: whole })),
    put: ({ part, content }: { readonly part: number; readonly content: StoragePart }) =>
      call(() => {
        if (whole > 0) return fail({ code: 'exists' as const });
        kept = [...(part === 0 ? [] : kept), structuredClone(content)];
        return ok({});
      }),
    whole: ({ parts }: { readonly parts: number }) =>
      call(() => {
        whole = parts;
        return ok({});
      }),
    clear: () =>
      call(async () => {
        for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name);
        return ok({});
      }),
    get: ({ part }: { readonly part: number }) =>
      call(() => {
        const content = kept[part];
        return content === undefined ? fail({ code: 'not-found' as const }) : ok({ content: structuredClone(content) });
      }),
    done: () =>
      call(() => {
        kept = [];
        whole = 0;
        return ok({});
      }),
  };
  return self;
}

/** The process was ended here. */
export class Killed extends Error {}
