import { MultiSelect, NumberInput, Select, Switch } from '@mantine/core';
import { roles, roleWords } from '../../../shared/model/person.ts';
import { anchors, type Parameters } from '../../../shared/model/window.ts';
import { anchorWords } from '../../../shared/rules/window-words.ts';
import { capital, choiceWords, parameterLabels, type ParameterKey } from './parameters.ts';

type Props = {
  readonly name: ParameterKey;
  readonly values: Parameters;
  readonly onChange: (values: Parameters) => void;
  readonly disabled: boolean;
};

const options = (words: Readonly<Record<string, string>>): { readonly value: string; readonly label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The input for one parameter, by what it holds. Labelled by its row, named for readers. */
export function ParameterField({ name, values, onChange, disabled }: Props) {
  const label = parameterLabels[name];
  const set = (value: Parameters[ParameterKey] | null): void => {
    const { [name]: _old, ...rest } = values;
    onChange(value === null || value === undefined ? rest : { ...rest, [name]: value });
  };
  const common = { 'aria-label': label, disabled } as const;
  switch (name) {
    case 'enabled':
      return <Switch {...common} checked={values.enabled ?? true} onChange={(event) => set(event.currentTarget.checked)} />;
    case 'roles':
      return (
        <MultiSelect
          {...common}
          data={roles.map((role) => ({ value: role, label: roleWords[role] }))}
          value={[...(values.roles ?? [])]}
          onChange={(chosen) => set(roles.filter((role) => chosen.includes(role)))}
        />
      );
    case 'anchor':
      return (
        <Select
          {...common}
          data={anchors.map((anchor) => ({ value: anchor, label: capital(anchorWords[anchor]) }))}
          value={values.anchor ?? null}
          onChange={(value) => set(anchors.find((anchor) => anchor === value) ?? null)}
          allowDeselect={false}
        />
      );
    case 'year':
    case 'hireMonth':
    case 'sameDay':
      return (
        <Select
          {...common}
          data={options(choiceWords[name])}
          value={values[name] ?? null}
          onChange={(value) => set(Object.keys(choiceWords[name]).includes(value ?? '') ? (value as Parameters[typeof name]) : null)}
          allowDeselect={false}
        />
      );
    case 'hours':
    case 'limit':
    case 'maxAgeDays':
    case 'withinDays':
    case 'withinMonths':
    case 'everyMonths':
      return (
        <NumberInput
          {...common}
          value={values[name] ?? ''}
          onChange={(value) => set(typeof value === 'number' && value > 0 ? value : null)}
          min={1}
          allowDecimal={name === 'hours'}
          placeholder="No limit"
        />
      );
  }
}
