import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { mostLeadDays, readLeadDays } from '../../../../shared/agenda/reminders/ladder.ts';

/** The steps of a ladder as chips: typed and closed with Enter, comma or blank, the largest first. */
export function LadderField({ label, days, onChange, disabled }: {
  readonly label: string;
  readonly days: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
  readonly disabled: boolean;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = (texts: readonly string[]): void => {
    const read = readLeadDays(texts);
    setProblem(read.ok ? null : `“${read.error.text}” is not a number of days from 1 to ${mostLeadDays}.`);
    if (read.ok) onChange(read.value);
  };
  return (
    <TagsInput
      label={label}
      description="Days ahead. The day itself and overdue are always told."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={days.length === 0 ? 'Only on the day and when overdue' : 'Add days'}
      value={days.map(String)}
      splitChars={[',', ' ', ';']}
      acceptValueOnBlur
      error={problem}
      disabled={disabled}
      onChange={take}
      onSearchChange={() => setProblem(null)}
    />
  );
}
