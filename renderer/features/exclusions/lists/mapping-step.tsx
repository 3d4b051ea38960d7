import { Button, Group, Select } from '@mantine/core';
import { useFirstFocus } from '../use-first-focus.ts';
import type { Flow, ListImport } from './use-list-import.ts';
import styles from './lists.module.css';

type Mapping = Extract<Flow, { at: 'mapping' }>;

/** Lists without a fixed layout: every field with the column it is taken from, and the first rows to judge it by. */
export function MappingStep({ flow, intake }: { readonly flow: Mapping; readonly intake: ListImport }) {
  const { source, preview, columns, problem } = flow;
  const button = useFirstFocus<HTMLButtonElement>();
  const missing = preview.fields.filter(({ field, required, orElse }) => required && columns[field] === undefined && (orElse === undefined || columns[orElse] === undefined));
  const samplesOf = (head: string | undefined): string => {
    const at = head === undefined ? -1 : preview.heads.indexOf(head);
    return at < 0 ? '' : [...new Set(preview.rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== ''))].slice(0, 3).join(' · ');
  };
  const choose = (field: string, head: string | null): void => {
    const rest = Object.fromEntries(Object.entries(columns).filter(([key, value]) => key !== field && value !== head));
    intake.setColumns(head === null ? rest : { ...rest, [field]: head });
  };
  return (
    <>
      <p className={styles.sentence}>
        {`${source.name}: this list has no fixed layout. Look at what each field is taken from; the choice is remembered for the next file with the same heads.`}
      </p>
      {problem !== null && <p className={styles.refused} role="alert">{problem}</p>}
      <table className={styles.table}>
        <thead><tr><th scope="col">Field</th><th scope="col">Column of the file</th><th scope="col">First values</th></tr></thead>
        <tbody>
          {preview.fields.map(({ field, title, required }) => (
            <tr key={field}>
              <th scope="row">{required ? `${title} (needed)` : title}</th>
              <td>
                <Select
                  aria-label={`Column for ${title}`}
                  placeholder="not in this file"
                  clearable={!required}
                  allowDeselect={false}
                  value={columns[field] ?? null}
                  data={[...new Set(preview.heads)].filter((head) => head !== '')}
                  onChange={(head) => choose(field, head)}
                />
              </td>
              <td className={styles.samples}>{samplesOf(columns[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className={styles.fold}>
        <summary>The first rows as they stand in the file</summary>
        <div className={styles.preview}>
          <table className={styles.table}>
            <thead><tr><th scope="col">Row</th>{preview.heads.map((head, at) => <th key={at} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {preview.rows.map(({ row, cells }) => (
                <tr key={row}><th scope="row">{row}</th>{cells.map((cell, column) => <td key={column}>{cell}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <Group justify="space-between" gap="md" mt="md" wrap="nowrap">
        <span className={styles.missing}>{missing.length === 0 ? '' : `Choose a column for ${missing.map(({ title }) => title.toLowerCase()).join(' and ')}.`}</span>
        <Group gap="xs" wrap="nowrap">
          <Button onClick={intake.close}>Cancel</Button>
          <Button
            ref={button}
            variant="filled"
            {...(missing.length > 0 && { 'data-disabled': true, 'aria-disabled': true })}
            onClick={() => {
              if (missing.length === 0) void intake.confirmColumns(source, preview.list, columns);
            }}
          >
            Confirm the columns
          </Button>
        </Group>
      </Group>
    </>
  );
}
