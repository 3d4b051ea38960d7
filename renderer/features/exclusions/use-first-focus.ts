import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to what a step of a dialog begins with; the dialog itself does so only when it opens. */
export function useFirstFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
