import { Menu, TextInput } from '@mantine/core';
import { IconArrowsSort, IconDownload, IconFilter, IconLayoutColumns } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { personStateWords, type PersonState } from '../../../shared/agenda/employment.ts';
import { packIds, type PackId } from '../../../shared/model/agency.ts';
import { roles, roleWords, type Role } from '../../../shared/model/person.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { shownId, type RequirementInfo } from '../../../shared/rules/requirement.ts';
import { dateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { FilterMenu, filterWords } from '../../ui/filter-menu.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { MatrixFilter, MatrixRow, MatrixSort } from './matrix-model.ts';
import type { MatrixView, SetView } from './matrix-view.ts';
import styles from './matrix.module.css';

const sortWords: Readonly<Record<MatrixSort, string>> = { name: 'Name', worst: 'Worst standing', team: 'Team' };
const states: readonly PersonState[] = ['employed', 'candidate', 'left', 'withdrawn'];

export type ExportAs = 'csv' | 'xlsx' | 'copy';

/** Whom and what to show, in which order, and how to take it away. */
export function Toolbar({ view, setView, rows, columns, shown, filterField, exportOpened, onExportOpened, onExport }: {
  readonly view: MatrixView;
  readonly setView: SetView;
  /** Everybody, before filters: what the menus offer. */
  readonly rows: readonly MatrixRow[];
  /** Every column there is to choose from. */
  readonly columns: readonly RequirementInfo[];
  readonly shown: number;
  readonly filterField: RefObject<HTMLInputElement | null>;
  readonly exportOpened: boolean;
  readonly onExportOpened: (opened: boolean) => void;
  readonly onExport: (as: ExportAs) => void;
}) {
  const { file, asOf } = useSession();
  const { filter, sort, hidden } = view;
  const set = (change: Partial<MatrixFilter>): void => setView((old) => ({ ...old, filter: { ...old.filter, ...change } }));

  const teams = (file.teams ?? []).map((team) => ({ value: team.id, label: team.name }));
  const present = new Set(rows.flatMap((row) => row.roles));
  const roleOptions = roles.filter((role) => present.has(role)).map((role) => ({ value: role, label: roleWords[role] }));
  const inUse = packIds.filter((id) => file.agency.packs.some((use) => (typeof use === 'string' ? use : use.pack) === id));
  const packOptions = inUse.filter((id) => packs[id].rows.length > 0).map((id) => ({ value: id, label: packs[id].title }));
  const stateSays = filter.states.map((state) => (state === 'employed' ? `on ${dateWords(asOf)}` : personStateWords[state].toLowerCase())).join(', ');

  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Matrix">
      <TextInput
        ref={filterField}
        w={150}
        aria-label="Filter people by name, team or role"
        placeholder="Filter"
        leftSection={<IconFilter size={14} stroke={1.6} />}
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <FilterMenu label="Team" says={filterWords(filter.teams, teams)} options={teams} chosen={filter.teams} onChange={(chosen) => set({ teams: chosen })} />
      <FilterMenu label="Role" says={filterWords(filter.roles, roleOptions)} options={roleOptions} chosen={filter.roles} onChange={(chosen) => set({ roles: chosen as readonly Role[] })} />
      <FilterMenu label="Pack" says={filterWords(filter.packs, packOptions)} options={packOptions} chosen={filter.packs} onChange={(chosen) => set({ packs: chosen as readonly PackId[] })} />
      <FilterMenu
        label="Employed"
        says={stateSays === '' ? 'nobody' : stateSays}
        options={states.map((state) => ({ value: state, label: state === 'employed' ? `Employed on ${dateWords(asOf)}` : personStateWords[state] }))}
        chosen={filter.states}
        onChange={(chosen) => set({ states: chosen as readonly PersonState[] })}
      />
      <span className={styles.spacer} />
      <button type="button" className={styles.control} aria-pressed={filter.onlyFindings} onClick={() => set({ onlyFindings: !filter.onlyFindings })}>
        Only rows with findings
        <Wide><Kbd>Ctrl Shift F</Kbd></Wide>
      </button>
      <Menu position="bottom-end" offset={4}>
        <Menu.Target>
          <button type="button" className={styles.control} aria-label={`Sorted by ${sortWords[sort].toLowerCase()}`}>
            <IconArrowsSort size={14} stroke={1.6} aria-hidden="true" />
            <span className={styles.controlValue}>{sortWords[sort]}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(sortWords) as readonly MatrixSort[]).map((by) => (
            <Menu.RadioItem key={by} value={by} checked={by === sort} onChange={() => setView((old) => ({ ...old, sort: by }))}>
              {sortWords[by]}
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu closeOnItemClick={false} position="bottom-end" offset={4}>
        <Menu.Target>
          <button type="button" className={styles.control}>
            <IconLayoutColumns size={14} stroke={1.6} aria-hidden="true" />
            Columns
            <span className={styles.controlValue}>{`${shown} of ${columns.length}`}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {columns.map((column) => {
            const on = !hidden.includes(column.id);
            return (
              <Menu.CheckboxItem
                key={column.id}
                checked={on}
                rightSection={<span className={styles.hint}>{shownId(column.id)}</span>}
                onChange={(checked) => setView((old) => ({ ...old, hidden: checked ? old.hidden.filter((id) => id !== column.id) : [...old.hidden, column.id] }))}
              >
                {column.title}
              </Menu.CheckboxItem>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" offset={4} opened={exportOpened} onChange={onExportOpened}>
        <Menu.Target>
          <button type="button" className={styles.control}>
            <IconDownload size={14} stroke={1.6} aria-hidden="true" />
            Export
            <Wide><Kbd>Ctrl E</Kbd></Wide>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onExport('xlsx')}>Excel workbook (XLSX)</Menu.Item>
          <Menu.Item onClick={() => onExport('csv')}>CSV</Menu.Item>
          <Menu.Item onClick={() => onExport('copy')}>Copy as tab-separated text</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** Only where the window is wide enough for hints. */
const Wide = ({ children }: { readonly children: ReactNode }) => <span className={styles.wide}>{children}</span>;
