import { SlotHost } from '../../ui/slots.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './shell.module.css';

// Known at once and without asking: the traffic lights take the place of the word mark.
const isMac = /Macintosh/.test(navigator.userAgent);

/** The window's title bar: drawn by the page, dragged like any other, its right end left to the system's buttons. */
export function TitleBar() {
  return (
    <header className={cx(styles.titleBar, isMac && styles.mac)}>
      {!isMac && <span className={styles.wordMark}>Muster</span>}
      <SlotHost name="title" className={styles.titleSlot} />
    </header>
  );
}

/** The screen's name, and beside it what the screen says of itself, or else the agency's name. */
export function TitleText({ title, agency }: { readonly title: string; readonly agency: string }) {
  return (
    <div className={styles.titleText}>
      <h1>{title}</h1>
      <SlotHost name="subtitle" className={styles.subtitle} />
      <span className={styles.agency}>{agency}</span>
    </div>
  );
}
