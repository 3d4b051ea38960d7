import { Button, Group, Modal, Text } from '@mantine/core';
import { useState, type SyntheticEvent, type ReactNode } from 'react';

/** A form in a dialog: sends once, shows why it did not work, and keeps what was typed. */
export function FormDialog({ title, confirmLabel, size = 'md', onSubmit, onClose, children, aside }: {
  readonly title: ReactNode;
  /** Verb and object: "Record evidence". */
  readonly confirmLabel: string;
  readonly size?: number | 'md' | 'lg';
  /** Answers null when done, else the sentence that says why not. */
  readonly onSubmit: () => Promise<string | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Left of the buttons. */
  readonly aside?: ReactNode;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setWorking(true);
    try {
      setProblem(await onSubmit());
    } finally {
      setWorking(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': 'Close' }} styles={{ title: { fontWeight: 600 } }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {children}
        {problem !== null && <Text role="alert" size="sm" c="var(--act)" mt="sm">{problem}</Text>}
        <Group justify="space-between" mt="md" gap="xs" wrap="nowrap" align="center">
          <div>{aside}</div>
          <Group gap="xs" wrap="nowrap">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="filled" loading={working}>{confirmLabel}</Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
