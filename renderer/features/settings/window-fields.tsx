import { Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core';
import { exclusionLists, exclusionListWords } from '../../../shared/model/exclusion.ts';
import { anchors, type Validity, type Window } from '../../../shared/model/window.ts';
import { anchorWords } from '../../../shared/rules/window-words.ts';
import { firstWindow, windowKindWords } from './own-requirement.ts';
import { capital, choiceWords } from './parameters.ts';
import styles from './settings.module.css';

const unitWords = { days: 'days', weekdays: 'weekdays (Monday to Friday)', months: 'months', years: 'years' } as const;
const validityWords = {
  forever: 'For good',
  printed: 'To the date printed on it',
  months: 'A number of months',
  'month-end': 'A number of months, to the end of that month',
} as const;

const options = (words: Readonly<Record<string, string>>): { readonly value: string; readonly label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const keyOf = <Words extends Readonly<Record<string, string>>>(words: Words, value: string | null): keyof Words | undefined =>
  value !== null && value in words ? value : undefined;
const whole = (value: number | string, otherwise: number): number => (typeof value === 'number' && value >= 1 ? Math.round(value) : otherwise);

/** The fields of a window: its kind, and what that kind needs. */
export function WindowFields({ window, onChange }: { readonly window: Window; readonly onChange: (window: Window) => void }) {
  return (
    <div className={styles.pair}>
      <Select
        label="Kind"
        data={options(windowKindWords)}
        value={window.kind}
        onChange={(value) => onChange(firstWindow[keyOf(windowKindWords, value) ?? window.kind])}
        allowDeselect={false}
      />
      {'anchor' in window && (
        <Select
          label="Moment"
          data={anchors.map((anchor) => ({ value: anchor, label: capital(anchorWords[anchor]) }))}
          value={window.anchor}
          onChange={(value) => onChange({ ...window, anchor: anchors.find((anchor) => anchor === value) ?? window.anchor })}
          allowDeselect={false}
        />
      )}
      <KindFields window={window} onChange={onChange} />
      {'validity' in window && <ValidityFields validity={window.validity} onChange={(validity) => onChange({ ...window, validity })} />}
      {'strict' in window && (
        <Checkbox label="The day itself is too late" checked={window.strict} onChange={(event) => onChange({ ...window, strict: event.currentTarget.checked })} style={{ alignSelf: 'end' }} />
      )}
    </div>
  );
}

function KindFields({ window, onChange }: { readonly window: Window; readonly onChange: (window: Window) => void }) {
  switch (window.kind) {
    case 'before': {
      const { maxAgeDays, ...rest } = window;
      return (
        <NumberInput
          label="At most so many days old"
          placeholder="Any age"
          value={maxAgeDays ?? ''}
          onChange={(value) => onChange(typeof value === 'number' && value >= 1 ? { ...rest, maxAgeDays: Math.round(value) } : rest)}
          min={1}
          allowDecimal={false}
        />
      );
    }
    case 'within':
      return (
        <>
          <NumberInput label="Amount" value={window.amount} onChange={(value) => onChange({ ...window, amount: whole(value, window.amount) })} min={1} allowDecimal={false} />
          <Select label="Unit" data={options(unitWords)} value={window.unit} onChange={(value) => onChange({ ...window, unit: keyOf(unitWords, value) ?? window.unit })} allowDeselect={false} />
        </>
      );
    case 'every-month':
      return (
        <>
          <MultiSelect
            label="Lists"
            data={exclusionLists.map((list) => ({ value: list, label: exclusionListWords[list].long }))}
            value={[...window.lists]}
            onChange={(values) => {
              const lists = exclusionLists.filter((list) => values.includes(list));
              if (lists.length > 0) onChange({ ...window, lists });
            }}
          />
          <Select label="Month of hire" data={options(choiceWords.hireMonth)} value={window.hireMonth} onChange={(value) => onChange({ ...window, hireMonth: keyOf(choiceWords.hireMonth, value) ?? window.hireMonth })} allowDeselect={false} />
        </>
      );
    case 'hours-per-year':
      return (
        <>
          <NumberInput label="Hours" value={window.hours} onChange={(value) => onChange({ ...window, hours: typeof value === 'number' && value > 0 ? value : window.hours })} min={0.5} step={0.5} />
          <Select label="Year" data={options(choiceWords.year)} value={window.year} onChange={(value) => onChange({ ...window, year: keyOf(choiceWords.year, value) ?? window.year })} allowDeselect={false} />
        </>
      );
    case 'ready':
    case 'always':
      return null;
  }
}

function ValidityFields({ validity, onChange }: { readonly validity: Validity; readonly onChange: (validity: Validity) => void }) {
  const choose = (by: Validity['by']): void => onChange(by === 'months' || by === 'month-end' ? { by, months: 'months' in validity ? validity.months : 12 } : { by });
  return (
    <>
      <Select label="Valid" data={options(validityWords)} value={validity.by} onChange={(value) => choose(keyOf(validityWords, value) ?? validity.by)} allowDeselect={false} />
      {'months' in validity && (
        <NumberInput label="Months" value={validity.months} onChange={(value) => onChange({ ...validity, months: whole(value, validity.months) })} min={1} allowDecimal={false} />
      )}
    </>
  );
}
