import { Button, Group, Modal, Text } from '@mantine/core';
import { navigate } from '../../../ui/navigate.ts';

/** Why nothing was downloaded, and where it is switched on: Muster connects to nothing by itself. */
export function DownloadsOff({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Downloads are off" size="md" styles={{ title: { fontWeight: 600 } }}>
      <Text size="sm">
        Muster connects to nothing unless you allow it. Switch it on under Settings, Network: it then fetches the list from oig.hhs.gov when you press the button, never by
        itself, sends nothing about anybody, and writes every connection into the log there.
      </Text>
      <Text size="sm" mt="sm">Without it: save UPDATED.csv from oig.hhs.gov/exclusions in your browser, then choose Import a file.</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>Close</Button>
        <Button variant="filled" onClick={() => navigate('/settings/network')}>Open Settings</Button>
      </Group>
    </Modal>
  );
}
