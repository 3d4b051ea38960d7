import { Menu } from '@mantine/core';
import { IconChevronDown, IconLock, IconShieldLock, IconUser, IconUsers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { rightsWords } from '../../../shared/access/words.ts';
import { onLockSoon } from '../../platform/desktop.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { useSession } from '../../session/session.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate } from '../../ui/navigate.ts';
import asOf from './as-of.module.css';
import styles from './user-menu.module.css';

/** Who is at work, and the way to lock. Nothing where an agency has no users. */
export function UserMenu() {
  const { actor, surveying } = useSession();
  const { lock } = useAgencyDoor();
  useKeys('Lock', actor === null ? [] : [{ keys: 'Ctrl+L', does: 'Lock Muster', inFields: true, overDialogs: true, run: () => void lock() }]);
  if (actor === null) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={styles.target}>
          <IconUser size={15} stroke={1.6} aria-hidden="true" />
          <span className={styles.name}>{actor.name}</span>
          <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{rightsWords(actor)}</Menu.Label>
        <Menu.Item leftSection={<IconLock size={15} stroke={1.6} />} rightSection={<Kbd>Ctrl L</Kbd>} onClick={() => void lock()}>Lock, or change user</Menu.Item>
        {surveying === null && <Menu.Divider />}
        {surveying === null && <Menu.Item leftSection={<IconUsers size={15} stroke={1.6} />} onClick={() => navigate('/settings/users')}>Users</Menu.Item>}
        {surveying === null && <Menu.Item leftSection={<IconShieldLock size={15} stroke={1.6} />} onClick={() => navigate('/settings/security')}>Passphrase and lock</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Says that idleness is about to lock; any key and any movement stays. */
export function LockSoonStrip() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => onLockSoon((soon) => setSeconds(soon.seconds)), []);
  if (seconds === 0) return null;
  return (
    <div className={asOf.strip} role="status">
      <span>Muster locks in <strong className="num">{seconds} s</strong>, because nobody uses it. Move the mouse or press a key to stay.</span>
    </div>
  );
}
