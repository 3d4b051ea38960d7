import { Modal } from '@mantine/core';
import { useKeyList } from '../../ui/keys.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './key-list.module.css';

/** Every key that acts on the screen shown now, by group. */
export function KeyList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const groups = useKeyList();
  return (
    <Modal opened={opened} onClose={onClose} title="Keys that act now" size="lg">
      <div className={styles.groups}>
        {groups.filter((group) => group.bindings.length > 0).map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.bindings.map((binding) => (
                <div key={binding.keys}>
                  <dt>
                    {binding.keys.split('+').map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd>{binding.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
