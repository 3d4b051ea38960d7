import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, useRef, type ReactNode } from 'react';
import type { DocumentOnFile } from '../../shared/agenda/documents-on-file.ts';
import { fullName, shownName } from '../../shared/model/person.ts';
import { useSession } from '../session/session.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { useKeys } from '../ui/keys.ts';
import { documentColumns } from './document-columns.tsx';
import { documentRows } from './document-rows.ts';
import { DocumentViewer } from './document-viewer.tsx';
import { cx } from '../ui/cx.ts';
import styles from './board.module.css';

/** A list of documents, and the chosen one open beside it. */
export function DocumentsBoard({ label, entries, personId, filter, selectedId, pages, onSelect, empty }: {
  readonly label: string;
  readonly entries: readonly DocumentOnFile[];
  /** Whose documents these are; null for those of the agency. */
  readonly personId: string | null;
  readonly filter: string;
  readonly selectedId: string | null;
  /** The pages of the chosen one that something rests on. */
  readonly pages?: string | undefined;
  readonly onSelect: (id: string | null) => void;
  readonly empty: ReactNode;
}) {
  const { file, asOf, can } = useSession();
  const medical = can('read-medical');
  const table = useRef<HTMLDivElement>(null);
  const names = useMemo(() => new Map(file.people.map((person) => [person.id, fullName(shownName(person))])), [file.people]);
  const rows = useMemo(() => documentRows(entries, names, medical, personId), [entries, names, medical, personId]);
  const selected = entries.find(({ document }) => document.id === selectedId) ?? null;
  const compact = selected !== null;
  const columns = useMemo(() => documentColumns(asOf, { withPeople: personId === null, compact }), [asOf, personId, compact]);
  const close = (): void => {
    onSelect(null);
    table.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus();
  };
  // Named anew as one is opened, so that its Escape is asked before the screen's.
  useKeys(compact ? 'Open document' : 'List of documents', !compact ? [] : [{ keys: 'Escape', does: 'Close the document', run: close }]);
  return (
    <div className={cx(styles.board, selected !== null && styles.open)}>
      <div ref={table} className={styles.list}>
        <DataTable
          label={label}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.entry.document.id}
          filter={filter}
          openOnClick
          selectedKey={selectedId}
          onOpen={(row) => onSelect(row.entry.document.id)}
          empty={empty}
        />
      </div>
      {selected !== null && (
        <section className={styles.shown} aria-label="The document">
          <div className={styles.head}>
            <h2>{rows.find((row) => row.entry === selected)?.name}</h2>
            <Tooltip label="Close · Esc"><ActionIcon aria-label="Close the document" onClick={close}><IconX size={16} stroke={1.6} aria-hidden="true" /></ActionIcon></Tooltip>
          </div>
          <DocumentViewer key={selected.document.id} entry={selected} pages={pages} pane="about" />
        </section>
      )}
    </div>
  );
}
