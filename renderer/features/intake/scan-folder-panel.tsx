import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconFolderSearch } from '@tabler/icons-react';
import { filedFolder } from '../../../shared/ipc/scan-folder.ts';
import { countOf } from '../../../shared/wording.ts';
import { scanFolder } from '../../platform/desktop.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import styles from './intake.module.css';

/** The folder the scanner writes to: chosen, what happens to its files once they are filed, and let go. */
export function ScanFolderMenu() {
  const { agencyId } = useSession();
  const { scan } = useIntake();
  const { status, look } = scan;
  const take = (answer: Awaited<ReturnType<typeof scanFolder.choose>>): void => {
    if (!answer.ok) notifications.show({ color: 'red', title: 'The scan folder was not changed', message: failureWords(answer.error), autoClose: false });
    else if (answer.value !== null) scan.setStatus(answer.value);
  };
  const choose = async (): Promise<void> => take(await scanFolder.choose({ agencyId }));
  const folder = status?.folder ?? null;
  if (folder === null || status === null) {
    return <Button leftSection={<IconFolderSearch size={14} stroke={1.6} />} onClick={() => void choose()}>Watch a scan folder</Button>;
  }
  const problem = look?.state === 'unreachable' ? 'is not there now' : (look?.tooLarge.length ?? 0) > 0 ? `${countOf(look?.tooLarge.length ?? 0, 'file')} too large` : null;
  return (
    <span className={styles.scan}>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconFolderSearch size={14} stroke={1.6} />} rightSection={<IconChevronDown size={14} stroke={1.6} />}>{`Watching “${folder}”`}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Once a file is filed</Menu.Label>
          <Menu.Item role="menuitemradio" aria-checked={status.afterFiling === 'leave'} leftSection={status.afterFiling === 'leave' ? '✓' : ' '} onClick={() => void scanFolder.set({ agencyId, afterFiling: 'leave' }).then(take)}>Leave it in the folder</Menu.Item>
          <Menu.Item role="menuitemradio" aria-checked={status.afterFiling === 'move'} leftSection={status.afterFiling === 'move' ? '✓' : ' '} onClick={() => void scanFolder.set({ agencyId, afterFiling: 'move' }).then(take)}>{`Move it to “${filedFolder}” in the folder`}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void choose()}>Watch another folder</Menu.Item>
          <Menu.Item onClick={() => void scanFolder.forget({ agencyId }).then(take)}>Stop watching; the files stay</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem !== null && <span className={styles.quiet} role="status">{problem}</span>}
      {problem === null && (look?.arriving ?? 0) > 0 && <span className={styles.quiet} role="status">{`${countOf(look?.arriving ?? 0, 'file')} arriving`}</span>}
    </span>
  );
}
