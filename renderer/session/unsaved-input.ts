/** Where somebody typed since the last time anything was recorded. */
const typed = new Set<Element>();

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Begins to notice what is typed; returns the function that ends it. Passphrases and search fields hold nothing that could be lost. */
export function watchInput(): () => void {
  const note = ({ target }: Event): void => {
    if (isField(target) && target.type !== 'password' && target.type !== 'search') typed.add(target);
  };
  document.addEventListener('input', note, true);
  return () => document.removeEventListener('input', note, true);
}

/** What was typed so far was recorded, or is of no account any more. */
export const inputSaved = (): void => typed.clear();

/** Whether something was typed that was not recorded and still stands in a field of the page. */
export function hasUnsavedInput(): boolean {
  for (const field of typed) if (!field.isConnected) typed.delete(field);
  return [...typed].some((field) => isField(field) && field.value !== '');
}
