import { PasswordInput, Stack } from '@mantine/core';
import { isTaken, judgePassphrase, passphraseWords } from '../../shared/access/passphrase.ts';

/** A new passphrase as it is typed, twice. */
export type NewPassphrase = { readonly first: string; readonly again: string };

export const noPassphrase: NewPassphrase = { first: '', again: '' };

/** Why a new passphrase is not taken yet; null where it is. */
export function newPassphraseProblem({ first, again }: NewPassphrase, names: readonly string[]): string | null {
  const remark = judgePassphrase(first, names);
  if (!isTaken(remark)) return passphraseWords(remark);
  return first === again ? null : 'The two are not the same. Type the second one again.';
}

/** Two fields for a new passphrase, with a word on how good it is. */
export function NewPassphraseFields({ value, onChange, names, asked, label = 'Passphrase' }: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  /** What anybody can read on the unlock screen. */
  readonly names: readonly string[];
  /** Whether it was sent already, so that what is missing is said. */
  readonly asked: boolean;
  readonly label?: string;
}) {
  const remark = judgePassphrase(value.first, names);
  const differs = value.again !== '' && value.again !== value.first;
  return (
    <Stack gap={12}>
      <PasswordInput
        label={label}
        description={passphraseWords(remark)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
        error={asked && !isTaken(remark) ? 'Not taken yet.' : null}
        autoComplete="new-password"
        required
        withAsterisk={false}
      />
      <PasswordInput
        label={`${label}, once more`}
        value={value.again}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
        error={differs || (asked && value.again !== value.first) ? 'Not the same as the first.' : null}
        autoComplete="new-password"
        required
        withAsterisk={false}
      />
    </Stack>
  );
}
