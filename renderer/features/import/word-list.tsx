import { Select } from '@mantine/core';
import { evidenceKinds, evidenceKindWords, evidenceResults } from '../../../shared/model/evidence.ts';
import { checkOutcomes, exclusionLists, exclusionListWords } from '../../../shared/model/exclusion.ts';
import { employmentKinds, licenseKinds, roles, roleWords } from '../../../shared/model/person.ts';
import { wordKey, type Problem } from '../../../shared/import/problem.ts';
import type { Vocabulary } from '../../../shared/import/vocabulary.ts';
import { countOf } from '../../../shared/wording.ts';
import styles from './import.module.css';

type Option = { readonly value: string; readonly label: string };
const plainOptions = (values: readonly string[]): readonly Option[] => values.map((value) => ({ value, label: value }));

const options: Readonly<Record<Vocabulary, readonly Option[]>> = {
  role: roles.map((role) => ({ value: role, label: roleWords[role] })),
  kind: evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWords[kind] })),
  result: plainOptions(evidenceResults),
  'employment-kind': plainOptions(employmentKinds),
  'license-kind': licenseKinds.map((kind) => ({ value: kind, label: kind.length <= 4 ? kind.toUpperCase() : kind })),
  list: exclusionLists.map((list) => ({ value: list, label: exclusionListWords[list].long })),
  outcome: plainOptions(checkOutcomes),
  'yes-no': plainOptions(['yes', 'no']),
};

const vocabularies = Object.keys(options) as Vocabulary[];

const asks: Readonly<Record<Vocabulary, string>> = {
  role: 'as a role', kind: 'as a kind of item', result: 'as a result', 'employment-kind': 'as a kind of employment', 'license-kind': 'as a licence',
  list: 'as an exclusion list', outcome: 'as an outcome', 'yes-no': 'as yes or no',
};

/** Words of the file that Muster does not know, each once, with what they may stand for. */
export function WordList({ problems, chosen, onChoose }: {
  readonly problems: readonly Problem[];
  /** What was answered so far, by word; it can be changed. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChoose: (key: string, word: string) => void;
}) {
  const words = new Map<string, { readonly vocabulary: Vocabulary; readonly text: string; readonly rows: number }>();
  for (const key of Object.keys(chosen)) {
    const vocabulary = vocabularies.find((each) => key.startsWith(`${each}:`));
    if (vocabulary !== undefined) words.set(key, { vocabulary, text: key.slice(vocabulary.length + 1), rows: 0 });
  }
  for (const { word } of problems) {
    if (word === undefined) continue;
    const key = wordKey(word.vocabulary, word.text);
    words.set(key, { ...word, rows: (words.get(key)?.rows ?? 0) + 1 });
  }
  if (words.size === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>What do these words mean? <span className={styles.count}>{words.size}</span></h2>
      <ul className={styles.words}>
        {[...words].map(([key, { vocabulary, text, rows }]) => (
          <li key={key} className={styles.word}>
            <span><b>{text}</b> {asks[vocabulary]} <span className={styles.hint}>{rows === 0 ? 'understood' : countOf(rows, 'row')}</span></span>
            <Select aria-label={`Meaning of ${text} ${asks[vocabulary]}`} searchable placeholder="Choose its meaning" value={chosen[key] ?? null} data={[...options[vocabulary]]} onChange={(value) => (value === null ? undefined : onChoose(key, value))} />
          </li>
        ))}
      </ul>
    </section>
  );
}
