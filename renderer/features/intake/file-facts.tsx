import { Button } from '@mantine/core';
import { useState } from 'react';
import { peopleOfDocument } from '../../../shared/agenda/document-people.ts';
import { fileParts, isMixed } from '../../../shared/intake/part-file.ts';
import { alreadyKept, classWords, type QueueLine } from '../../../shared/intake/waiting.ts';
import { useSession } from '../../session/session.tsx';
import { useParting } from './use-parting.ts';
import styles from './intake.module.css';

/** Above the pages: which file it is, what was noticed about it, and whether it is on record already or must be parted. */
export function FileFacts({ line }: { readonly line: QueueLine }) {
  const { file: record } = useSession();
  const part = useParting();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { file, place, of } = line;
  const kept = alreadyKept(record, [file.sha256, file.handedIn]).filter(({ id }) => id !== file.id);
  const people = [...new Set(kept.flatMap(({ id }) => peopleOfDocument(record, id)))];
  return (
    <div className={styles.facts}>
      <p className={styles.fileName}><b>{file.name}</b>{of > 1 ? ` · paper ${place} of ${of}` : ''}{file.from === 'folder' ? ' · from the scan folder' : ''}</p>
      {file.notes.map((note) => <p key={note} className={styles.quiet}>{note}</p>)}
      {kept.length > 0 && <p className={styles.same} role="status">{people.length > 0 ? `The same file is on ${people.join(', ')}.` : 'The same file is on record, and nothing of a person rests on it.'}</p>}
      {isMixed(file) && (
        <div className={styles.same} role="status">
          <span>{`It holds papers that must not lie in one document: ${fileParts(file).map((each) => classWords[each.class]).join('; ')}.`}</span>
          <Button
            size="compact-xs"
            loading={working}
            onClick={() => {
              setWorking(true);
              void part(file).then((refused) => {
                setProblem(refused);
                setWorking(false);
              });
            }}
          >
            Part the file
          </Button>
        </div>
      )}
      {problem !== null && <p className={styles.failed} role="alert">{problem}</p>}
    </div>
  );
}
