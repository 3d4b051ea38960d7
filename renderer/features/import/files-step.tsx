import { ActionIcon, Button, Select } from '@mantine/core';
import { IconFileSpreadsheet, IconX } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import type { Purpose } from '../../../shared/import/guess-mapping.ts';
import { tableLimits } from '../../../shared/import/table.ts';
import { countOf } from '../../../shared/wording.ts';
import { openFile } from '../../platform/desktop.ts';
import { cx } from '../../ui/cx.ts';
import type { ImportState, Source } from './use-import.ts';
import styles from './import.module.css';

const purposes: readonly { readonly purpose: Purpose; readonly title: string; readonly text: string }[] = [
  {
    purpose: 'roster',
    title: 'Roster',
    text: 'Who works here: names, birth dates, hire dates, roles. It may have a column for each item too, such as “TB test” or “CPR expires”.',
  },
  {
    purpose: 'evidence',
    title: 'Evidence',
    text: 'What is on file: one row for each item, or one row for each person and a column for each item. Past exclusion checks belong here.',
  },
];

/** Choosing the files: dropped here, or opened. Either alone is enough. */
export function FilesStep({ state }: { readonly state: ImportState }) {
  return (
    <div className={styles.files}>
      <h1 className={styles.statement}>Import a spreadsheet</h1>
      <p className={styles.lead}>
        Excel workbooks (.xlsx) and CSV files. Nothing is written before you have seen what will happen, and people who are already in
        Muster are matched, not doubled.
      </p>
      {state.fileProblem !== null && <p className={styles.failed} role="alert">{state.fileProblem}</p>}
      <div className={styles.drops}>
        {purposes.map((each) => <Drop key={each.purpose} {...each} state={state} />)}
      </div>
    </div>
  );
}

function Drop({ purpose, title, text, state }: { readonly purpose: Purpose; readonly title: string; readonly text: string; readonly state: ImportState }) {
  const [over, setOver] = useState(false);
  const source = state.sources[purpose];
  const busy = state.reading === purpose;

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // A file that size is refused by name without being read into memory first.
    if (file.size > tableLimits.bytes) {
      state.setFileProblem(`${file.name} is larger than ${Math.round(tableLimits.bytes / 2 ** 20)} MB. Save only the sheet with the rows to import.`);
      return;
    }
    await state.add(purpose, new Uint8Array(await file.arrayBuffer()), file.name);
  };
  const open = async (): Promise<void> => {
    const opened = await openFile({ kind: 'roster' });
    if (!opened.ok) {
      state.setFileProblem(`The file was not opened (${opened.error.detail ?? opened.error.code}). Close it in Excel and choose it again.`);
      return;
    }
    if (opened.value !== null) await state.add(purpose, opened.value.bytes, opened.value.name);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={cx(styles.drop, over && styles.dropOver)}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 className={styles.dropTitle}>{title}</h2>
      <p className={styles.quiet}>{text}</p>
      {source === undefined ? (
        <div className={styles.dropAction}>
          <Button loading={busy} onClick={() => void open()}>Choose a file</Button>
          <span className={styles.hint}>or drop it here</span>
        </div>
      ) : (
        <Chosen source={source} purpose={purpose} state={state} />
      )}
    </section>
  );
}

function Chosen({ source, purpose, state }: { readonly source: Source; readonly purpose: Purpose; readonly state: ImportState }) {
  const { summary } = source;
  const recognised = source.columns.filter(({ target }) => target.to !== 'ignore').length;
  return (
    <div className={styles.chosen}>
      <IconFileSpreadsheet size={20} stroke={1.5} className={styles.fileIcon} aria-hidden />
      <div className={styles.grow}>
        <p className={styles.fileName}>{summary.fileName}</p>
        <p className={styles.hint}>{`${countOf(summary.rowCount, 'row')} · ${recognised} of ${countOf(summary.headers.length, 'column')} recognised · ${summary.readAs}`}</p>
        {summary.sheets.length > 1 && (
          <Select
            label="Sheet"
            mt={8}
            maw={220}
            allowDeselect={false}
            value={summary.readAs}
            data={[...summary.sheets]}
            onChange={(sheet) => void state.add(purpose, source.bytes, summary.fileName, sheet)}
          />
        )}
      </div>
      <ActionIcon aria-label={`Take ${summary.fileName} out`} onClick={() => state.remove(purpose)}><IconX size={16} stroke={1.6} /></ActionIcon>
    </div>
  );
}
