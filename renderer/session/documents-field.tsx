import { ActionIcon, Checkbox, FileInput, PasswordInput, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { pagesText } from '../../shared/documents/page-ranges.ts';
import { readPages } from '../../shared/documents/read-pages.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import { startIntakeClient, type IntakeClient } from '../workers/intake-client.ts';
import { noticeFile, type HandedDocument, type Noticed } from './use-file-document.ts';
import styles from './documents-field.module.css';

type Chosen = { readonly key: number; readonly file: File; readonly noticed: Noticed | null; readonly password: string; readonly pages: string };

/** The files of a form: chosen, examined at once, and handed over when the form is sent. */
export type ChosenDocuments = {
  readonly files: readonly Chosen[];
  readonly join: boolean;
  readonly setJoin: (join: boolean) => void;
  readonly add: (files: readonly File[]) => void;
  readonly change: (key: number, part: Partial<Pick<Chosen, 'password' | 'pages'>>) => void;
  readonly remove: (key: number) => void;
  /** What is to be filed; fails with the sentence that says what is still open. */
  readonly handed: () => Result<readonly HandedDocument[], string>;
};

const isJoinable = (files: readonly Chosen[]): boolean => files.filter(({ noticed }) => noticed?.picture === true).length > 1;

/** Holds the files of a form. The worker that examines them ends with the form. */
export function useChosenDocuments(): ChosenDocuments {
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const [join, setJoin] = useState(true);
  const client = useRef<IntakeClient | null>(null);
  const next = useRef(1);
  useEffect(() => () => {
    client.current?.close();
    client.current = null;
  }, []);
  const add = (added: readonly File[]): void => {
    client.current ??= startIntakeClient();
    for (const file of added) {
      const key = next.current;
      next.current += 1;
      setFiles((before) => [...before, { key, file, noticed: null, password: '', pages: '' }]);
      void noticeFile(file, client.current).then((noticed) => setFiles((before) => before.map((each) => (each.key === key ? { ...each, noticed } : each))));
    }
  };
  const handed = (): Result<readonly HandedDocument[], string> => {
    const joined = join && isJoinable(files) ? files.filter(({ noticed }) => noticed?.picture === true) : [];
    const singles: HandedDocument[] = [];
    for (const each of files) {
      if (joined.includes(each)) continue;
      const { noticed, file, password } = each;
      if (noticed?.locked === true && password === '') return fail(`Type the password of ${file.name}, or take the file away.`);
      if (noticed !== null && noticed.problem !== null && !noticed.locked) return fail(noticed.problem);
      const read = noticed === null || noticed.pages < 2 ? null : readPages(each.pages, noticed.pages);
      if (read !== null && 'problem' in read) return fail(`${file.name}: ${read.problem}`);
      const part = read !== null && noticed !== null && read.pages.length < noticed.pages ? pagesText(read.pages) : undefined;
      singles.push({ kind: 'file', file, ...(password !== '' && { password }), ...(part !== undefined && { pages: part }) });
    }
    return ok([...(joined.length === 0 ? [] : [{ kind: 'photographs' as const, files: joined.map(({ file }) => file) }]), ...singles]);
  };
  return {
    files, join, setJoin, add, handed,
    change: (key, part) => setFiles((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each))),
    remove: (key) => setFiles((before) => before.filter((each) => each.key !== key)),
  };
}

/** Takes files for a form: what each is, what was noticed, its password where it has one, and which of its pages count. */
export function DocumentsField({ chosen, description, placeholder }: { readonly chosen: ChosenDocuments; readonly description: string; readonly placeholder: string }) {
  return (
    <div>
      <FileInput label="Document" description={description} placeholder={placeholder} multiple value={[]} onChange={chosen.add} />
      {chosen.files.length > 0 && (
        <ul className={styles.files} aria-label="Files chosen">
          {chosen.files.map(({ key, file, noticed, password, pages }) => (
            <li key={key}>
              <div className={styles.what}>
                <b>{file.name}</b>
                {noticed?.problem != null && !(noticed.locked && password !== '') ? <span className={styles.problem} role="alert">{noticed.problem}</span> : (
                  <span>{noticed === null ? 'Being looked at' : noticed.locked ? 'Kept without its password' : [noticed.pages === 0 ? null : countOf(noticed.pages, 'page'), ...noticed.notes].filter((each) => each !== null).join(' · ') || 'Kept as it is'}</span>
                )}
              </div>
              {noticed?.locked === true && <PasswordInput aria-label={`Password of ${file.name}`} size="xs" placeholder="Password" w={150} value={password} onChange={(event) => chosen.change(key, { password: event.currentTarget.value })} />}
              {noticed !== null && noticed.pages > 1 && <TextInput aria-label={`Pages of ${file.name}`} placeholder={`All ${noticed.pages} pages`} w={120} value={pages} onChange={(event) => chosen.change(key, { pages: event.currentTarget.value })} />}
              <ActionIcon aria-label={`Take ${file.name} away`} onClick={() => chosen.remove(key)}><IconX size={14} stroke={1.6} aria-hidden="true" /></ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {isJoinable(chosen.files) && <Checkbox mt={6} label="Put the pictures together into one document, in this order" checked={chosen.join} onChange={(event) => chosen.setJoin(event.currentTarget.checked)} />}
    </div>
  );
}
