import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTakeAway } from '../../session/use-take-away.ts';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf } from '../../ui/navigate.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Slot } from '../../ui/slots.tsx';
import styles from './sheet.module.css';

/** A page of paper on the screen, and what can be done with it. Only the paper is printed. */
export function Sheet({ personId, title, fileName, children }: {
  readonly personId: string;
  readonly title: string;
  /** Without extension. */
  readonly fileName: string;
  readonly children: ReactNode;
}) {
  const { printPage, savePagePdf } = useTakeAway();
  const back = (): void => navigate(pathOf('people', personId));
  const print = async (): Promise<void> => {
    const result = await printPage(`“${fileName}”`);
    if (!result.ok) notifications.show({ message: 'The page was not printed: the printer did not answer. Save it as a PDF, or choose another printer.', color: 'red', autoClose: 8000 });
  };
  const save = async (): Promise<void> => {
    const result = await savePagePdf({ suggestedName: `${fileName.replace(/[<>:"/\\|?*]/g, ' ')}.pdf` }, `“${fileName}” as a PDF`);
    if (!result.ok) notifications.show({ message: 'The PDF was not saved. Choose another folder, or close the file if it is open elsewhere.', color: 'red', autoClose: 8000 });
    else if (result.value !== null) notifications.show({ message: `Saved as ${result.value.name}.`, autoClose: 4000 });
  };
  useKeys(title, [
    { keys: 'Ctrl+P', does: 'Print', inFields: true, run: () => void print() },
    { keys: 'Ctrl+S', does: 'Save as PDF', inFields: true, run: () => void save() },
    { keys: 'Escape', does: 'Back to the person', run: back },
  ]);
  return (
    <div className={styles.desk}>
      <Slot name="subtitle">{title}</Slot>
      <div className={styles.bar}>
        <Button leftSection={<IconArrowLeft size={14} stroke={1.6} />} onClick={back}>Back to the person</Button>
        <span className={styles.grow} />
        <Button leftSection={<IconDownload size={14} stroke={1.6} />} onClick={() => void save()}>Save as PDF</Button>
        <Button variant="filled" leftSection={<IconPrinter size={14} stroke={1.6} />} rightSection={<Kbd onAccent>Ctrl P</Kbd>} onClick={() => void print()}>Print</Button>
      </div>
      <article className={styles.paper}>{children}</article>
    </div>
  );
}
