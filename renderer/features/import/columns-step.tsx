import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Purpose } from '../../../shared/import/guess-mapping.ts';
import { ignore, parseTarget, targetKey, type Target } from '../../../shared/import/targets.ts';
import type { EvidenceKind, EvidenceResult } from '../../../shared/model/evidence.ts';
import { countOf } from '../../../shared/wording.ts';
import { DateOrderChoice } from './date-order-choice.tsx';
import { targetOptions } from './target-options.ts';
import { openQuestion, type ColumnChoice, type ImportState } from './use-import.ts';
import styles from './import.module.css';

const purposeTitles: Readonly<Record<Purpose, string>> = { roster: 'Roster', evidence: 'Evidence' };

/** Every column of the file with what it is taken for; the person changes what was guessed wrong. */
export function ColumnsStep({ state }: { readonly state: ImportState }) {
  const purposes = (['roster', 'evidence'] as const).filter((purpose) => state.sources[purpose] !== undefined);
  const [shown, setShown] = useState<Purpose>(purposes[0] ?? 'roster');
  const purpose = purposes.includes(shown) ? shown : (purposes[0] ?? 'roster');
  const source = state.sources[purpose];
  if (source === undefined) return null;
  const question = openQuestion(purpose, source);
  const ignored = source.columns.filter(({ target }) => target.to === 'ignore').length;
  const setTarget = (at: number, target: Target): void => {
    void state.setColumns(purpose, withTarget(source.columns, at, target));
  };

  return (
    <div className={styles.columns}>
      <div className={styles.mapping}>
        <div className={styles.mappingHead}>
          {purposes.length > 1 && (
            <SegmentedControl
              aria-label="File"
              value={purpose}
              onChange={(value) => setShown(value === 'evidence' ? 'evidence' : 'roster')}
              data={purposes.map((each) => ({ value: each, label: purposeTitles[each] }))}
            />
          )}
          <h1 className={styles.statement}>What the columns mean</h1>
        </div>
        <table className={styles.table}>
          <thead>
            <tr><th scope="col">Column</th><th scope="col">First values</th><th scope="col">Means</th><th scope="col">Known by</th></tr>
          </thead>
          <tbody>
            {source.columns.map((column, at) => (
              <ColumnRow key={at} column={column} head={source.summary.headers[at] ?? ''} samples={source.summary.samples[at] ?? []} onChange={(target) => setTarget(at, target)} />
            ))}
          </tbody>
        </table>
      </div>
      <aside className={styles.side} aria-label="About this file">
        <h2 className={styles.sideTitle}>{source.summary.fileName}</h2>
        <p className={styles.quiet}>
          {`${countOf(source.summary.rowCount, 'row')}. ${source.columns.length - ignored} of ${countOf(source.columns.length, 'column')} are imported${ignored === 0 ? '' : `, ${ignored} ${ignored === 1 ? 'is' : 'are'} not`}.`}
        </p>
        {question !== null && <p className={styles.question}>{question}</p>}
        <DateOrderChoice key={purpose} source={source} onChoose={(order) => state.setOrder(purpose, order)} />
        <h3 className={styles.sideHead}>Remembered</h3>
        <p className={styles.quiet}>The meanings are kept for the next file with the same columns.</p>
      </aside>
    </div>
  );
}

/** A meaning belongs to one column: the column that had it before is not imported any more. */
function withTarget(columns: readonly ColumnChoice[], at: number, target: Target): readonly ColumnChoice[] {
  const key = targetKey(target);
  return columns.map((column, index) => {
    if (index === at) return { target, by: 'person' };
    return target.to !== 'ignore' && targetKey(column.target) === key ? { target: ignore, by: 'person' } : column;
  });
}

const byWords: Readonly<Record<ColumnChoice['by'], string>> = { name: 'its name', likeness: 'a guess, look twice', memory: 'last time', person: 'you', none: '' };

/** Kinds judged by their result: for them a date alone leaves the question open. */
const passing: Partial<Readonly<Record<EvidenceKind, EvidenceResult>>> = { 'background-check': 'cleared', 'sex-offender-registry': 'cleared', 'tb-test': 'negative', 'drug-screen': 'negative' };

function ColumnRow({ column, head, samples, onChange }: {
  readonly column: ColumnChoice;
  readonly head: string;
  readonly samples: readonly string[];
  readonly onChange: (target: Target) => void;
}) {
  const { target, by } = column;
  const name = head === '' ? 'Column without a head' : head;
  const result = target.to === 'item' && target.field.endsWith('On') && target.field !== 'expiresOn' ? passing[target.kind] : undefined;
  return (
    <tr data-ignored={target.to === 'ignore' || undefined}>
      <th scope="row">{name}</th>
      <td className={styles.samples}>{samples.length === 0 ? <span className={styles.hint}>empty</span> : samples.join(' · ')}</td>
      <td>
        <Select
          aria-label={`Meaning of ${name}`}
          searchable
          allowDeselect={false}
          limit={120}
          nothingFoundMessage="No such meaning"
          value={targetKey(target)}
          data={targetOptions(target).map((each) => ('group' in each ? { group: each.group, items: [...each.items] } : each))}
          onChange={(key) => onChange(key === null ? ignore : parseTarget(key))}
        />
        {target.to === 'item' && result !== undefined && (
          <Checkbox
            mt={6}
            label={`A date here also means: ${result}`}
            checked={target.result !== null}
            onChange={(event) => onChange({ ...target, result: event.currentTarget.checked ? result : null })}
          />
        )}
      </td>
      <td className={styles.by} data-by={by}>{byWords[by]}</td>
    </tr>
  );
}
