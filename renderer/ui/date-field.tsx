import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { CivilDate } from '../../shared/civil-date.ts';
import { readTypedDate, type DateEntryError } from '../../shared/date-entry.ts';
import { dateWords, distanceWords } from '../../shared/wording.ts';

const problems: Readonly<Record<DateEntryError['code'], string>> = {
  empty: 'Write a date.',
  unreadable: 'Not read as a date. Write it as 3/2/26, 03022026 or 2026-03-02.',
  impossible: 'The calendar has no such day. Month first: 3/2/26 is 2 Mar 2026.',
  'out-of-range': 'The year must lie between 1900 and 2200.',
};

export type DateFieldProps = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'error' | 'onBlur'> & {
  readonly value: CivilDate | null;
  /** Called when the field is left or Enter pressed: a date, or null for an empty field. Not called while the text is not a date. */
  readonly onChange: (date: CivilDate | null) => void;
  /** Calls `onChange` while one types, too, whenever the text is a date: for forms that show at once what it would mean. */
  readonly eager?: boolean;
  readonly today: CivilDate;
  /** Dates that never lie ahead, such as a birth date: decides what 46 in 3/2/46 means. */
  readonly past?: boolean;
  /** A problem the form found, beyond what is no date at all. */
  readonly error?: string | null | undefined;
  /** Told whenever the text stops or starts being a date, so that a form can refuse to be sent. */
  readonly onProblem?: (problem: string | null) => void;
};

/**
 * A date typed as people type it: 3/2/26, 03022026, 2026-03-02, 2 Mar 2026 or today. What was understood is written out
 * as soon as it is understood, with its distance, so that a month taken for a day is seen at once.
 */
export function DateField({ value, onChange, today, eager = false, past = false, error, onProblem, required, description, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : dateWords(value));
  const read = typed === null || typed.trim() === '' ? null : readTypedDate(typed, today, { past });

  const say = (next: string | null): void => {
    setProblem(next);
    if (next !== problem) onProblem?.(next);
  };

  const settle = (): void => {
    if (typed === null) return;
    if (typed.trim() === '') {
      setTyped(null);
      say(required === true ? problems.empty : null);
      onChange(null);
      return;
    }
    const result = readTypedDate(typed, today, { past });
    if (!result.ok) {
      say(problems[result.error.code]);
      return;
    }
    setTyped(null);
    say(null);
    onChange(result.value);
  };

  const understood = read?.ok === true ? read.value : typed === null ? value : null;
  const hint = understood === null ? description : `${dateWords(understood)} · ${distanceWords(understood, today)}`;

  return (
    <TextInput
      {...rest}
      value={shown}
      required={required ?? false}
      placeholder={rest.placeholder ?? 'm/d/yy'}
      autoComplete="off"
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={problem ?? error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (problem !== null) say(null);
        const now = eager ? readTypedDate(text, today, { past }) : null;
        if (now?.ok === true) onChange(now.value);
      }}
      onFocus={(event) => {
        // Typing replaces the date that stands there, as in a spreadsheet cell.
        event.currentTarget.select();
        rest.onFocus?.(event);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        rest.onKeyDown?.(event);
      }}
    />
  );
}
