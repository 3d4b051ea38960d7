import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { documentFlags, documentsOnFile, type DocumentFlag } from '../../../shared/agenda/documents-on-file.ts';
import { fullName, listName, shownName } from '../../../shared/model/person.ts';
import { countOf } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterMenu, filterWords } from '../../ui/filter-menu.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { flagWords } from '../../viewer/document-rows.ts';
import { DocumentsBoard } from '../../viewer/documents-board.tsx';
import styles from './documents.module.css';

const vaults = ['all', 'personnel', 'medical'] as const;
type Vault = (typeof vaults)[number];
const vaultWords: Readonly<Record<Vault, string>> = { all: 'All', personnel: 'Personnel', medical: 'Medical' };

/** Every document of the agency: whose it is, what rests on it, what to notice; the chosen one open beside the list. Its address names it: `/documents/ID?pages=3-5`. */
export function DocumentsPage() {
  const { file } = useSession();
  const { parts, query } = useRoute();
  const [filter, setFilter] = useState('');
  const [vault, setVault] = useState<Vault>('all');
  const [flags, setFlags] = useState<readonly string[]>([]);
  const [people, setPeople] = useState<readonly string[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const all = useMemo(() => documentsOnFile(file), [file]);
  const shown = useMemo(
    () => all.filter((entry) =>
      (vault === 'all' || entry.document.vault === vault)
      && (flags.length === 0 || entry.flags.some((flag) => flags.includes(flag)))
      && (people.length === 0 || entry.people.some((id) => people.includes(id)))),
    [all, vault, flags, people],
  );
  const counted = useMemo(() => new Map(documentFlags.map((flag): [DocumentFlag, number] => [flag, all.filter((entry) => entry.flags.includes(flag)).length])), [all]);
  const flagOptions = documentFlags.filter((flag) => (counted.get(flag) ?? 0) > 0).map((flag) => ({ value: flag, label: `${flagWords[flag]} · ${counted.get(flag) ?? 0}` }));
  const peopleOptions = useMemo(
    () => [...file.people].sort((one, other) => (listName(shownName(one)) < listName(shownName(other)) ? -1 : 1)).map((person) => ({ value: person.id, label: fullName(shownName(person)) })),
    [file.people],
  );
  const selectedId = parts[1] ?? null;
  const select = (id: string | null): void => navigate(id === null ? '/documents' : pathOf('documents', id), 'replace');
  const clear = (): void => {
    setFilter('');
    setVault('all');
    setFlags([]);
    setPeople([]);
  };
  const toList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    page.current?.querySelector<HTMLElement>('[data-place="1:0"]')?.focus();
  };
  useKeys('Documents of the agency', [
    { keys: '/', does: 'Filter the list', run: () => field.current?.focus() },
    { keys: 'Escape', does: 'Clear the filters', inFields: true, run: clear },
  ]);
  const medical = all.filter(({ document }) => document.vault === 'medical').length;
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.toolbar}>
        <TextInput ref={field} aria-label="Filter documents" placeholder="Name, person, what it proves" leftSection={<IconSearch size={14} stroke={1.6} />} rightSection={<Kbd>/</Kbd>} w={280} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} onKeyDown={toList} />
        <SegmentedControl aria-label="Which vault" value={vault} onChange={(value) => setVault(vaults.find((each) => each === value) ?? 'all')} data={vaults.map((each) => ({ value: each, label: vaultWords[each] }))} />
        <FilterMenu label="People" says={people.length > 1 ? countOf(people.length, 'person', 'people') : filterWords(people, peopleOptions)} options={peopleOptions} chosen={people} onChange={setPeople} />
        <FilterMenu label="To notice" says={flags.length === 0 ? 'Anything' : flags.length > 1 ? `${flags.length} chosen` : filterWords(flags, flagOptions)} options={flagOptions} chosen={flags} onChange={setFlags} />
      </div>
      <DocumentsBoard
        label="Documents"
        entries={shown}
        personId={null}
        filter={filter}
        selectedId={selectedId}
        pages={query.get('pages') ?? undefined}
        onSelect={select}
        empty={all.length === 0
          ? <EmptyState action={<Button onClick={() => navigate('/people')}>Open the people list</Button>}>No document is on file. A document is filed with the evidence it proves.</EmptyState>
          : <EmptyState action={<Button onClick={clear}>Clear the filters</Button>}>No document matches.</EmptyState>}
      />
      <Slot name="footer">{`${countOf(all.length, 'document')}, ${medical} of them medical · ${counted.get('not-looked-over') ?? 0} not looked over`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> <span>open</span> <Kbd>Esc</Kbd> <span>close</span> <Kbd>/</Kbd> <span>filter</span> <Kbd>?</Kbd> <span>all keys</span></Slot>
    </div>
  );
}
