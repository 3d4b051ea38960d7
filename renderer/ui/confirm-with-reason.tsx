import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';

/** Asks for a reason before something is done that should be explained; says the way back. Resolves to nothing: it calls `onConfirm`. */
export function ConfirmWithReason({ opened, title, children, reasonLabel, confirmLabel, destructive = false, problem, onConfirm, onClose }: {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and how it is undone. */
  readonly children: ReactNode;
  readonly reasonLabel: string;
  /** Verb and object: "Retract evidence". */
  readonly confirmLabel: string;
  readonly destructive?: boolean;
  /** Why the last try did not work. */
  readonly problem?: string | null;
  readonly onConfirm: (reason: string) => Promise<void> | void;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="md">
      {/* Mounted anew each time it opens, so that yesterday's reason is not offered for today's deed. */}
      {opened && (
        <ReasonForm {...{ reasonLabel, confirmLabel, destructive, problem: problem ?? null, onConfirm, onClose }}>{children}</ReasonForm>
      )}
    </Modal>
  );
}

function ReasonForm({ children, reasonLabel, confirmLabel, destructive, problem, onConfirm, onClose }: {
  readonly children: ReactNode;
  readonly reasonLabel: string;
  readonly confirmLabel: string;
  readonly destructive: boolean;
  readonly problem: string | null;
  readonly onConfirm: (reason: string) => Promise<void> | void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [working, setWorking] = useState(false);
  const form = useId();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    setWorking(true);
    try {
      await onConfirm(reason.trim());
    } finally {
      setWorking(false);
    }
  };
  return (
    <form id={form} noValidate onSubmit={(event) => void submit(event)}>
      <Text component="div" size="sm" mb="sm">{children}</Text>
      <Textarea
        label={reasonLabel}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
        error={missing ? 'Write the reason first. It is kept in the record.' : problem}
        minRows={3}
        autosize
        required
        data-autofocus
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={working} {...(destructive ? { color: 'red' } : {})}>{confirmLabel}</Button>
      </Group>
    </form>
  );
}
