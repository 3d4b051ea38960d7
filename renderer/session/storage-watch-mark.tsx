import { Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { spaceWords } from '../../shared/storage/space.ts';
import { cx } from '../ui/cx.ts';
import { useSession } from './session.tsx';
import { useSpaceConcerns } from './storage-watch.ts';
import styles from './storage-watch.module.css';

/** In the footer, and only while there is something to say: how much room is left. Leads to the whole of it. */
export function StorageMark() {
  const { agencyId, isDemo } = useSession();
  const [gravest] = useSpaceConcerns(isDemo ? null : agencyId);
  const words = gravest === undefined ? null : spaceWords(gravest);
  // The region stands before its words do: what is put into it is read out.
  return (
    <span role="status">
      {words !== null && (
        <Tooltip label={`${words.title}. ${words.text}`} multiline w={340}>
          <a className={cx(styles.mark, gravest?.kind === 'disk-full' && styles.grave)} href="#/settings/diagnostics" draggable={false}>
            <IconAlertTriangle size={12} stroke={1.8} aria-hidden="true" />
            {words.short}
          </a>
        </Tooltip>
      )}
    </span>
  );
}
