import { useState } from 'react';

/**
 * Keeps which date fields hold text that is no date. Such a field still has its old value, so a form must not be sent while
 * there is one: it would record what the person no longer sees.
 */
export function useUnreadDates(): { readonly problem: string | null; readonly of: (field: string) => (problem: string | null) => void } {
  const [unread, setUnread] = useState<Readonly<Record<string, string | null>>>({});
  return {
    problem: Object.values(unread).find((each) => each !== null) ?? null,
    of: (field) => (problem) => {
      setUnread((before) => ({ ...before, [field]: problem }));
    },
  };
}
