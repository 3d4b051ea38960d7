import { Tabs } from '@mantine/core';
import { Suspense, type ComponentType, type ReactNode } from 'react';
import { useKeys } from '../keys.ts';
import styles from './tab-page.module.css';

export type TabSpec<Key extends string> = {
  readonly key: Key;
  readonly title: string;
  /** Shown beside the title where it is above zero. */
  readonly count?: number;
  readonly panel: ComponentType;
};

/** A screen of tabs: one is shown, Ctrl+1 and so on open them. `name` heads the keys in the list of all keys. */
export function TabPage<Key extends string>({ name, label, tabs, tab, onOpen, aside }: {
  readonly name: string;
  /** What readers call the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabSpec<Key>[];
  readonly tab: Key;
  readonly onOpen: (key: Key) => void;
  /** At the end of the row. */
  readonly aside?: ReactNode;
}) {
  useKeys(name, tabs.map(({ key, title }, index) => ({ keys: `Ctrl+${index + 1}`, does: `Open ${title}`, run: () => onOpen(key) })));
  return (
    <Tabs
      className={styles.page}
      value={tab}
      onChange={(value) => {
        const chosen = tabs.find((each) => each.key === value);
        if (chosen !== undefined) onOpen(chosen.key);
      }}
      keepMounted={false}
    >
      <div className={styles.bar}>
        <Tabs.List className={styles.tabList} aria-label={label}>
          {tabs.map(({ key, title, count = 0 }) => (
            <Tabs.Tab key={key} value={key}>
              {title}
              {count > 0 && <span className={styles.count}>{` ${count}`}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {aside}
      </div>
      {tabs.map(({ key, panel: Panel }) => (
        <Tabs.Panel key={key} value={key} className={styles.panel}>
          <Suspense fallback={null}><Panel /></Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
