import { useEffect, useState } from 'react';
import type { PageFacts } from '../../shared/diagnostics/report.ts';
import { spaceConcerns, type SpaceConcern } from '../../shared/storage/space.ts';
import { backups, storageSpace } from '../platform/desktop.ts';

const minute = 60_000;

/** What the page's storage says of itself. Asks for protection from removal where it does not have it yet. */
export async function pageStorage(): Promise<PageFacts> {
  const { storage } = navigator;
  const [persisted, estimate] = await Promise.all([
    storage.persisted().then((held) => held || storage.persist(), () => null),
    storage.estimate().catch((): StorageEstimate => ({})),
  ]);
  return { persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
}

async function concernsNow(agencyId: string | null): Promise<readonly SpaceConcern[]> {
  const [page, machine, kept] = await Promise.all([pageStorage(), storageSpace(), agencyId === null ? null : backups.status({ agencyId })]);
  return spaceConcerns({
    disk: machine.ok ? machine.value.profile : null,
    quota: page.usage === null || page.quota === null ? null : { usage: page.usage, quota: page.quota },
    backupFreeBytes: kept?.ok === true && kept.value.place?.reachable === true ? kept.value.place.freeBytes : null,
    persisted: page.persisted,
  });
}

/** What is to be said about the room that is left, gravest first: asked when the screen opens, once a minute, and when the window comes to the front. */
export function useSpaceConcerns(agencyId: string | null): readonly SpaceConcern[] {
  const [concerns, setConcerns] = useState<readonly SpaceConcern[]>([]);
  useEffect(() => {
    let gone = false;
    const ask = (): void => {
      void concernsNow(agencyId).then((found) => {
        // The same again leaves the screen as it is.
        if (!gone) setConcerns((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found));
      });
    };
    ask();
    const timer = setInterval(ask, minute);
    window.addEventListener('focus', ask);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener('focus', ask);
    };
  }, [agencyId]);
  return concerns;
}
