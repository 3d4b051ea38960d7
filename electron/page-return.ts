/**
 * What happens when the page's process ends by itself: it is opened again, and told so that it can say it. A page that keeps
 * ending is not opened for ever.
 */
const most = 3;
const withinMs = 60_000;

export type PageReturn = {
  /** What to do about a page that has just gone. */
  readonly gone: (now: number) => 'open-again' | 'give-up';
  /** Whether the page was opened again since it was last asked. */
  readonly take: () => boolean;
};

export function pageReturn(): PageReturn {
  let times: readonly number[] = [];
  let returned = false;
  return {
    gone(now) {
      times = [...times.filter((time) => now - time < withinMs), now];
      if (times.length > most) return 'give-up';
      returned = true;
      return 'open-again';
    },
    take() {
      const was = returned;
      returned = false;
      return was;
    },
  };
}
