import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { countOf } from '../../../shared/wording.ts';
import { useWhyNotRecord } from '../../session/write-button.tsx';
import type { HandedIn } from '../../workers/intake-messages.ts';
import styles from './intake.module.css';

/** What was dropped or chosen, without folders. */
export const handedIn = (files: Iterable<File>): readonly HandedIn[] => [...files].filter((file) => file.size > 0 || file.type !== '').map((file) => ({ name: file.name, blob: file }));

const isPhotograph = ({ name }: HandedIn): boolean => /\.(?:jpe?g|png)$/i.test(name);
/** Several photographs handed in together may be the pages of one paper. */
export const arePhotographs = (files: readonly HandedIn[]): boolean => files.length > 1 && files.every(isPhotograph);

/** Chooses files in the system's dialog. */
export function ChooseFiles({ onFiles, filled = false }: { readonly onFiles: (files: readonly HandedIn[]) => void; readonly filled?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const whyNot = useWhyNotRecord();
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label="Files to hand in"
        onChange={(event) => {
          onFiles(handedIn(event.currentTarget.files ?? []));
          event.currentTarget.value = '';
        }}
      />
      <Button variant={filled ? 'filled' : 'default'} leftSection={<IconUpload size={14} stroke={1.6} />} disabled={whyNot !== null} title={whyNot ?? undefined} onClick={() => field.current?.click()}>Choose files</Button>
    </>
  );
}

/** Photographs that were handed in together: one paper, or one each. Nothing is taken before the answer. */
export function PhotographQuestion({ files, onOne, onEach, onNone }: { readonly files: readonly HandedIn[]; readonly onOne: () => void; readonly onEach: () => void; readonly onNone: () => void }) {
  return (
    <div className={styles.question} role="group" aria-label="Photographs">
      <p>{`${countOf(files.length, 'photograph')}: ${files.map(({ name }) => name).slice(0, 4).join(', ')}${files.length > 4 ? ' …' : ''}`}</p>
      <Button variant="filled" onClick={onOne}>{`Make one document of these ${files.length}`}</Button>
      <Button onClick={onEach}>Take them one by one</Button>
      <Button variant="subtle" color="gray" onClick={onNone}>Leave them out</Button>
    </div>
  );
}
