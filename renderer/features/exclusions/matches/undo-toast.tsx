import { Button } from '@mantine/core';
import { Kbd } from '../../../ui/kbd.tsx';
import styles from './matches.module.css';

/** "Decided: Danielle Hebert-Cole, OIG LEIE", with the way back. */
export function UndoToast({ what, onUndo }: { readonly what: string; readonly onUndo: () => void }) {
  return (
    <span className={styles.toast}>
      <span>{`Decision recorded: ${what}`}</span>
      <Button size="compact-xs" onClick={onUndo} rightSection={<Kbd>Ctrl Z</Kbd>}>Undo</Button>
    </span>
  );
}
