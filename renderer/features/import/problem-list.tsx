import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import type { Purpose } from '../../../shared/import/guess-mapping.ts';
import type { Problem } from '../../../shared/import/problem.ts';
import { problemsAsTsv } from '../../../shared/import/words.ts';
import { countOf } from '../../../shared/wording.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { copyText } from '../../ui/exporters.ts';
import styles from './import.module.css';

type Shown = 'all' | 'error' | 'warning';

const columns: readonly DataColumn<Numbered>[] = [
  { id: 'severity', title: 'To do', width: 90, text: ({ severity }) => (severity === 'error' ? 'To mend' : 'Note'), cell: ({ severity }) => <span className={styles.severity} data-severity={severity}>{severity === 'error' ? 'To mend' : 'Note'}</span> },
  { id: 'file', title: 'File', width: 84, text: ({ file }) => (file === 'roster' ? 'Roster' : 'Evidence') },
  { id: 'row', title: 'Row', width: 64, numeric: true, text: ({ row }) => String(row), sortBy: ({ row }) => row },
  { id: 'column', title: 'Column', width: 140, text: ({ column }) => column },
  { id: 'value', title: 'Value', width: 150, text: ({ value }) => value },
  { id: 'what', title: 'What', width: 330, text: ({ what }) => what },
  { id: 'mend', title: 'What to do', width: 470, text: ({ mend }) => mend },
];
type Numbered = Problem & { readonly key: string };

/** Every place that must be mended or known of. Rows with errors can be left out, but only by saying so. */
export function ProblemList({ problems, onLeaveOut }: {
  readonly problems: readonly Problem[];
  readonly onLeaveOut: (rows: Readonly<Record<Purpose, readonly number[]>>) => void;
}) {
  const [shown, setShown] = useState<Shown>('all');
  const [at, setAt] = useState<string | null>(null);
  const numbered = useMemo(() => problems.map((problem, at): Numbered => ({ ...problem, key: String(at) })), [problems]);
  const rows = useMemo(() => numbered.filter(({ severity }) => shown === 'all' || severity === shown), [numbered, shown]);
  const detail = rows.find(({ key }) => key === at) ?? rows[0];
  if (problems.length === 0) return <p className={styles.fine}>Every row can be read. There is nothing to mend.</p>;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const badRows = (file: Purpose): readonly number[] => [...new Set(errors.filter((problem) => problem.file === file).map(({ row }) => row))];
  const bad = { roster: badRows('roster'), evidence: badRows('evidence') };
  const badCount = bad.roster.length + bad.evidence.length;
  const copy = async (): Promise<void> => {
    const copied = await copyText(problemsAsTsv(rows));
    notifications.show({ message: copied ? `${countOf(rows.length, 'line')} copied. Paste them beside the spreadsheet.` : 'The system did not allow copying. Select the rows and press Ctrl+C.', autoClose: 4000 });
  };

  return (
    <section className={styles.problems}>
      <div className={styles.problemHead}>
        <h2 className={styles.sectionTitle}>Rows to look at <span className={styles.count}>{problems.length}</span></h2>
        <SegmentedControl
          aria-label="Which problems are shown"
          value={shown}
          onChange={(value) => setShown(value === 'error' || value === 'warning' ? value : 'all')}
          data={[
            { value: 'all', label: `All ${problems.length}` },
            { value: 'error', label: `To mend ${errors.length}` },
            { value: 'warning', label: `Notes ${problems.length - errors.length}` },
          ]}
        />
        <span className={styles.grow} />
        <Button onClick={() => void copy()}>Copy as TSV</Button>
        {badCount > 0 && <Button onClick={() => onLeaveOut(bad)}>{badCount === 1 ? 'Leave this row out' : `Leave these ${badCount} rows out`}</Button>}
      </div>
      <DataTable
        label="Rows to look at"
        className={styles.problemTable}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        selectedKey={at}
        onFocusRow={({ key }) => setAt(key)}
        empty={<EmptyState>None of this kind.</EmptyState>}
      />
      {detail !== undefined && (
        <p className={styles.detail}>
          <b>{`Row ${detail.row}${detail.column === '' ? '' : `, ${detail.column}`}:`}</b> {`${detail.what}. ${detail.mend}`}
        </p>
      )}
    </section>
  );
}
