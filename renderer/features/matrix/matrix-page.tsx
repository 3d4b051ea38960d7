import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { isLasting } from '../../../shared/agenda/acknowledgements.ts';
import { toTsv } from '../../../shared/export-table.ts';
import { countOf, dateWords } from '../../../shared/wording.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { copyText } from '../../ui/exporters.ts';
import type { GridPlace } from '../../ui/grid-keys.ts';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { NoteDialog } from '../../session/note-dialog.tsx';
import { Legend } from './legend.tsx';
import { matrixTable } from './matrix-export.ts';
import type { GridHandle } from '../../ui/sheet-grid/use-sheet-grid.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { concernedBy, countFamilies, filteredMatrixRows, matrixColumns, matrixRows, withFamilies } from './matrix-model.ts';
import { KeyHints } from './key-hints.tsx';
import { cleared, isNarrowed, useMatrixView } from './matrix-view.ts';
import { SidePanel } from './side-panel.tsx';
import { Toolbar, type ExportAs } from './toolbar.tsx';
import styles from './matrix.module.css';

const nameWidth = { wide: 224, narrow: 184 } as const;
const smallest = { wide: 64, narrow: 49 } as const;
const largest = 96;

/** People by requirements as of the day looked at: every verdict, and behind each its explanation. */
export function MatrixPage() {
  const session = useSession();
  const { saveTable } = useTakeAway();
  const { file, evaluation, requirements, asOf, agencyId, canRecord } = session;
  const route = useRoute();
  const [view, setView] = useMatrixView(agencyId);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 1 });
  const [explaining, setExplaining] = useState(false);
  const [noting, setNoting] = useState(false);
  const [exportOpened, setExportOpened] = useState(false);
  const grid = useRef<GridHandle>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const { ref: frame, width: frameWidth } = useElementSize();

  // Typing must not wait for the lines.
  const filter = useDeferredValue(view.filter);
  const everybody = useMemo(() => matrixRows(file, evaluation, asOf), [file, evaluation, asOf]);
  const chosen = useMemo(() => filteredMatrixRows(everybody, filter, view.sort), [everybody, filter, view.sort]);
  const candidates = useMemo(() => matrixColumns(requirements, chosen, filter.packs), [requirements, chosen, filter.packs]);
  // A pack chosen is a question about those it concerns: lines without a verdict say nothing.
  const some = useMemo(() => (filter.packs.length === 0 ? chosen : concernedBy(chosen, candidates)), [chosen, candidates, filter.packs]);
  const columns = useMemo(() => candidates.filter((column) => !view.hidden.includes(column.id)), [candidates, view.hidden]);
  const counts = useMemo(() => countFamilies(some, columns), [some, columns]);
  const rows = useMemo(() => withFamilies(some, columns, filter.families), [some, columns, filter.families]);

  const at: GridPlace = { row: Math.min(place.row, Math.max(0, rows.length - 1)), column: Math.min(place.column, columns.length) };
  const row = rows[at.row];
  const requirement = columns[at.column - 1];
  const standing = requirement === undefined ? undefined : row?.cells.get(requirement.id);
  const panel = explaining && row !== undefined && requirement !== undefined;

  const room = frameWidth - nameWidth.wide;
  const width = panel || (frameWidth > 0 && columns.length * smallest.wide > room) ? 'narrow' : 'wide';
  const wanted = Math.floor((frameWidth - nameWidth[width]) / Math.max(1, columns.length));
  const cellWidth = `${Math.min(largest, Math.max(smallest[width], wanted))}px`;

  const go = (next: GridPlace): void => {
    setPlace(next);
    grid.current?.focus(next);
  };

  // The find field leads here with a requirement: its column comes into view, once for each request.
  const asked = route.query.get('column');
  const [followed, setFollowed] = useState<string | null>(null);
  if (asked !== null && asked !== followed && columns.length > 0) {
    setFollowed(asked);
    setPlace({ row: 0, column: 1 + Math.max(0, columns.findIndex((column) => column.id === asked)) });
  }
  const ready = frameWidth > 0;
  const reveal = useEffectEvent(() => grid.current?.focus(at));
  useEffect(() => {
    if (followed !== null && ready) reveal();
  }, [followed, ready]);

  const open = (next: GridPlace): void => {
    if (next.column === 0) {
      const person = rows[next.row];
      if (person !== undefined) navigate(pathOf('people', person.personId));
    } else if (explaining && next.row === at.row && next.column === at.column) heading.current?.focus();
    else setExplaining(true);
  };
  const close = (): void => {
    setExplaining(false);
    grid.current?.focus(at);
  };
  const step = (by: number): void => go({ row: at.row, column: Math.min(columns.length, Math.max(1, at.column + by)) });
  const openPerson = (): void => {
    if (row !== undefined) navigate(pathOf('people', row.personId));
  };
  const record = (): void => {
    if (row !== undefined && requirement !== undefined) navigate(`${pathOf('people', row.personId, requirement.id)}?record=1`);
  };

  const take = async (as: ExportAs): Promise<void> => {
    const table = matrixTable(rows, columns);
    if (as === 'copy') {
      const copied = await copyText(toTsv(table));
      notifications.show({ message: copied ? `${countOf(rows.length, 'row')} copied. Paste them into a spreadsheet.` : 'The system did not let Muster use the clipboard.' });
      return;
    }
    const saved = await saveTable(table, as, `${file.agency.name} matrix ${asOf}`, `the matrix as of ${dateWords(asOf)}, ${countOf(rows.length, 'row')}`);
    if (!saved.ok) notifications.show({ color: 'red', title: 'The matrix was not exported', message: `${failureWords(saved.error)} Your records are unchanged.`, autoClose: false });
    else if (saved.value !== null) notifications.show({ message: `Saved ${saved.value.name}` });
  };

  const findings = (): void => setView((old) => ({ ...old, filter: { ...old.filter, onlyFindings: !old.filter.onlyFindings } }));
  useKeys('Matrix', [
    { keys: 'Ctrl+Shift+F', does: 'Only rows with findings', inFields: true, run: findings },
    { keys: 'Ctrl+Shift+D', does: 'Tighter or looser rows', inFields: true, run: () => setView((old) => ({ ...old, dense: !old.dense })) },
    { keys: 'Ctrl+E', does: 'Export', inFields: true, run: () => setExportOpened(true) },
    { keys: '/', does: 'Filter people', run: () => filterField.current?.focus() },
    { keys: 'P', does: 'Open the person', run: openPerson },
    ...(canRecord && requirement !== undefined && requirement.kinds.length > 0 ? [{ keys: 'R', does: 'Record evidence', run: record }] : []),
    ...(canRecord && standing !== undefined && isLasting(standing) ? [{ keys: 'N', does: 'Write a note on the finding', run: () => setNoting(true) }] : []),
    ...(panel ? [{ keys: 'Escape', does: 'Close the explanation', run: close }]
      : isNarrowed(view) ? [{ keys: 'Escape', does: 'Clear the filters', inFields: true, run: () => setView(cleared) }]
      : []),
  ]);

  const employed = rows.filter((each) => each.state === 'employed').length;
  return (
    <div className={styles.page}>
      <Slot name="subtitle">{`${file.agency.name} · ${countOf(employed, 'person', 'people')} employed`}</Slot>
      <h2 className="sr-only">People by requirements</h2>
      <Toolbar view={view} setView={setView} rows={everybody} columns={candidates} shown={columns.length} {...{ filterField, exportOpened }} onExportOpened={setExportOpened} onExport={(as) => void take(as)} />
      <div className={styles.legendRow}>
        <Legend counts={counts.byFamily} chosen={view.filter.families} onChange={(families) => setView((old) => ({ ...old, filter: { ...old.filter, families } }))} />
        <span className={styles.hint}>{width === 'wide' ? 'Dates in cells: valid or due until' : 'Numbers in cells: time left, + days over'}</span>
      </div>
      <div className={styles.work}>
        <div ref={frame} className={styles.frame}>
          {rows.length === 0 ? <NoRows narrowed={isNarrowed(view)} nobody={file.people.length === 0} onClear={() => setView(cleared)} /> : frameWidth > 0 && (
            <MatrixGrid
              {...{ rows, columns, asOf, width, cellWidth }}
              rowHeight={view.dense ? 28 : 32}
              sortWords={view.sort === 'name' ? 'sorted by name' : view.sort === 'worst' ? 'worst first' : 'sorted by team'}
              place={at}
              explaining={panel}
              onMove={setPlace}
              onOpen={open}
              onCopy={() => void take('copy')}
              handle={grid}
            />
          )}
        </div>
        {panel && (
          <SidePanel {...{ row, requirement, standing, heading }} onStep={step} onClose={close} onRecord={record} onNote={() => setNoting(true)} onPerson={openPerson} />
        )}
      </div>
      {standing !== undefined && requirement !== undefined && row !== undefined && (
        <NoteDialog opened={noting} standing={standing} title={requirement.title} name={row.name} onClose={() => setNoting(false)} />
      )}
      <Slot name="footer">
        {`${countOf(rows.length, 'person', 'people')} · ${countOf(counts.standings, 'standing')} · ${counts.compliant} compliant${counts.standings === 0 ? '' : ` (${((100 * counts.compliant) / counts.standings).toFixed(1)} %)`}`}
      </Slot>
      <Slot name="keys"><KeyHints panel={panel} narrowed={isNarrowed(view)} /></Slot>
    </div>
  );
}

function NoRows({ narrowed, nobody, onClear }: { readonly narrowed: boolean; readonly nobody: boolean; readonly onClear: () => void }) {
  if (nobody) {
    return (
      <EmptyState
        action={<Button variant="filled" onClick={() => navigate('/import')}>Import a spreadsheet</Button>}
        alternative={<Button onClick={() => navigate('/people')}>Add a person</Button>}
      >
        No people yet. Import a spreadsheet (Ctrl+I), add a person, or open the demo agency in Settings.
      </EmptyState>
    );
  }
  return narrowed ? (
    <EmptyState action={<Button onClick={onClear}>Clear filters</Button>}>No row matches. Clear filters (Esc).</EmptyState>
  ) : (
    <EmptyState action={<Button onClick={() => navigate('/people')}>Open People</Button>}>
      Nobody was employed on this day. Choose candidates or people who left under Employed, or another day in the title bar.
    </EmptyState>
  );
}
