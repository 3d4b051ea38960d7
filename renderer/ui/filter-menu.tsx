import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import styles from './filter-menu.module.css';

export type FilterOption = { readonly value: string; readonly label: string };

/** What a filter says it lets through: all of them while nothing is chosen. */
export const filterWords = (chosen: readonly string[], options: readonly FilterOption[]): string =>
  chosen.length === 0 ? `All ${options.length}` : chosen.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');

/** A filter as a button that says what it lets through, and a menu that stays open while one chooses. */
export function FilterMenu({ label, says, options, chosen, onChange }: {
  readonly label: string;
  /** What is let through now: "All 3", "River Parishes". */
  readonly says: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <Menu closeOnItemClick={false} position="bottom-start" offset={4}>
      <Menu.Target>
        <button type="button" className={styles.control}>
          <span>{label}</span>
          <span className={styles.controlValue}>{says}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {options.map((option) => {
          const on = chosen.includes(option.value);
          return (
            <Menu.CheckboxItem
              key={option.value}
              checked={on}
              onChange={(checked) => onChange(checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))}
            >
              {option.label}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
