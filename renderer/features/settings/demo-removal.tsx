import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { storageWords } from '../../session/failure-words.ts';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';

/** Takes the demo off this computer, after offering to keep what was done in it. */
export function DemoRemoval({ agencyId, onExport }: { readonly agencyId: string; readonly onExport: () => Promise<void> }) {
  const { remove } = useAgencyDoor();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const confirm = async (): Promise<void> => {
    const removed = await remove(agencyId);
    if (!removed.ok) setTrouble(storageWords(removed.error));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>Remove demo agency</Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title="Remove the demo agency?" closeButtonProps={{ 'aria-label': 'Close' }}>
        <Text size="sm">
          Its invented people and everything you did with them go from this computer. Your own agencies are not affected. The demo can
          be opened anew from the first screen at any time; to keep what you did in this one, export it first.
        </Text>
        <Trouble words={trouble} />
        <Group justify="flex-end" gap={8} mt={16}>
          <Button onClick={() => setAsking(false)} data-autofocus>Keep demo</Button>
          <Button onClick={() => void onExport()}>Export it first</Button>
          <Button className={styles.destructive ?? ''} onClick={() => void confirm()}>Remove demo agency</Button>
        </Group>
      </Modal>
    </>
  );
}
