import { Radio } from '@mantine/core';
import type { DateOrder } from '../../../shared/date-entry.ts';
import type { DateSample } from '../../../shared/import/date-order.ts';
import { dateWords } from '../../../shared/wording.ts';
import type { Source } from './use-import.ts';
import styles from './import.module.css';

/** How the file's figures are read. Asked only where the data do not decide; otherwise the cell that decides is shown. */
export function DateOrderChoice({ source, onChoose }: { readonly source: Source; readonly onChoose: (order: DateOrder) => void }) {
  const { finding } = source;
  if (finding.kind === 'decided') {
    const { proof, order } = finding;
    return (
      <section>
        <h3 className={styles.sideHead}>Dates</h3>
        <p className={styles.quiet}>
          {proof === null
            ? 'No date in this file can be misread.'
            : `${order === 'us' ? 'Month first' : 'Day first'}: row ${proof.row} says ${proof.text}, which can only be ${dateOf(proof, order)}.`}
        </p>
      </section>
    );
  }
  return (
    <section>
      <h3 className={styles.sideHead}>How are the dates written?</h3>
      <p className={styles.quiet}>
        {finding.contradictory
          ? 'Some dates can only be month first, others only day first. Those that do not fit your choice are listed with the problems.'
          : 'Every date in this file can be read both ways. Hold three rows against what you know.'}
      </p>
      <Radio.Group aria-label="How the dates are written" value={source.chosenOrder} onChange={(value) => onChoose(value === 'day-first' ? 'day-first' : 'us')}>
        {(['us', 'day-first'] as const).map((order) => (
          <div key={order} className={styles.order} data-chosen={source.chosenOrder === order || undefined}>
            <Radio value={order} label={order === 'us' ? 'Month first, as in the United States' : 'Day first'} />
            <dl className={styles.orderRows}>
              {finding.samples.map((sample) => (
                <div key={`${sample.row}-${sample.column}`}>
                  <dt>{`Row ${sample.row}, ${sample.column}: ${sample.text}`}</dt>
                  <dd>{dateOf(sample, order)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </Radio.Group>
    </section>
  );
}

function dateOf(sample: DateSample, order: DateOrder): string {
  const date = order === 'us' ? sample.us : sample.dayFirst;
  return date === null ? 'no such day' : dateWords(date);
}
