import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import styles from './settings.module.css';

/** Light, dark, or as the system has it; kept on this computer only. */
export function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <p className={styles.intro}>How Muster looks on this computer. It changes nothing in the agency&apos;s record or on paper.</p>
      <SegmentedControl
        aria-label="Light or dark"
        value={colorScheme}
        onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
        data={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'auto', label: 'As the system' },
        ]}
      />
    </>
  );
}
