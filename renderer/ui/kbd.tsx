import styles from './kbd.module.css';

/** A key as printed on it: `<Kbd>Ctrl</Kbd>`. Shown only where the key acts now. */
export function Kbd({ children, onAccent = false }: { readonly children: string; readonly onAccent?: boolean }) {
  return <kbd className={onAccent ? `${styles.kbd ?? ''} ${styles.onAccent ?? ''}` : styles.kbd}>{children}</kbd>;
}
