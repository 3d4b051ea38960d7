import { useRef, type KeyboardEvent } from 'react';
import { categoryFacts, categoryOf, confirmedName, itemName, scaleItems, type ScaleNames } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { cx } from '../../../ui/cx.ts';
import styles from './fidelity.module.css';

/** What was typed for one item. */
export type TypedItem = { readonly score: number | null; readonly note: string };
export type TypedItems = ReadonlyMap<number, TypedItem>;

const empty: TypedItem = { score: null, note: '' };

/** 25 fields for one figure each: a figure 1 to 5 is taken and leads on, Backspace empties and leads back, arrows and Enter move. */
export function ScoreGrid({ items, names, onChange }: { readonly items: TypedItems; readonly names: ScaleNames; readonly onChange: (items: TypedItems) => void }) {
  const table = useRef<HTMLTableElement>(null);
  const focus = (item: number): void => {
    const field = table.current?.querySelector<HTMLInputElement>(`[data-score="${String(item)}"]`);
    field?.focus();
    field?.select();
  };
  const put = (item: number, part: Partial<TypedItem>): void => onChange(new Map(items).set(item, { ...(items.get(item) ?? empty), ...part }));
  const press = (event: KeyboardEvent<HTMLInputElement>, item: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-5]$/.test(event.key)) {
      put(item, { score: Number(event.key) });
      focus(item + 1);
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      const had = (items.get(item)?.score ?? null) !== null;
      put(item, { score: null });
      if (!had && event.key === 'Backspace') focus(item - 1);
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') focus(item + 1);
    else if (event.key === 'ArrowUp') focus(item - 1);
    else if (event.key.length > 1) return;
    event.preventDefault();
  };
  return (
    <table ref={table} className={styles.scores}>
      <caption className="sr-only">The 25 items</caption>
      <thead><tr><th scope="col">Item</th><th scope="col">1–5</th><th scope="col">Note</th></tr></thead>
      <tbody>
        {scaleItems.map((item) => {
          const { score, note } = items.get(item) ?? empty;
          const category = categoryFacts[categoryOf(item)];
          return (
            <tr key={item} className={cx(item === category.first && styles.firstOf)}>
              <th scope="row" title={itemName(item, names)}>
                <span className={styles.itemNumber}>{item}</span>
                {confirmedName(item, names) ?? <span className={styles.unnamed}>name: agency to confirm</span>}
                {item === category.first && <span className={styles.categoryTag}>{category.title}</span>}
              </th>
              <td>
                <input
                  className={cx(styles.score, score !== null && styles[`s${String(score)}`])}
                  data-score={item}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-label={`${itemName(item, names)}, score 1 to 5`}
                  value={score ?? ''}
                  onChange={(event) => {
                    // What comes without a key: pasted, spoken, or from an on-screen keyboard.
                    const typed = /[1-5]/.exec(event.currentTarget.value)?.[0];
                    put(item, { score: typed === undefined ? null : Number(typed) });
                    if (typed !== undefined) focus(item + 1);
                  }}
                  onFocus={(event) => { event.currentTarget.select(); }}
                  onKeyDown={(event) => { press(event, item); }}
                />
              </td>
              <td><input className={styles.note} aria-label={`${itemName(item, names)}, note`} value={note} onChange={(event) => put(item, { note: event.currentTarget.value })} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
