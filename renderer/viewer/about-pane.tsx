import { Anchor, Button, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { DocumentOnFile, DocumentUse } from '../../shared/agenda/documents-on-file.ts';
import { civilDateAt } from '../../shared/civil-date.ts';
import { kindWords } from './file-words.ts';
import { apartKinds } from '../../shared/model/document.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { fullName, shownName } from '../../shared/model/person.ts';
import { countOf, dateWords, distanceWords } from '../../shared/wording.ts';
import { useSession } from '../session/session.tsx';
import { useDocumentCopy } from '../session/use-document-copy.ts';
import { useWhyNotRecord } from '../session/write-button.tsx';
import { navigate, pathOf } from '../ui/navigate.ts';
import { apartWords } from './mark-words.ts';
import { PurgeButton } from './purge-button.tsx';
import { loggedName, type Amend } from './use-amend.ts';
import styles from './panes.module.css';

/** What is known of a document beside its pages: what it is, what rests on it, where else it is filed, and whether it stays out of binders. */
export function AboutPane({ entry, pages, amend, onUse }: {
  readonly entry: DocumentOnFile;
  /** As counted when it was opened; null where it was not. */
  readonly pages: number | null;
  readonly amend: Amend;
  /** Choosing the pages of an item of evidence; absent where nothing can be recorded here. */
  readonly onUse?: ((use: DocumentUse) => void) | undefined;
}) {
  const { file, asOf } = useSession();
  const saveCopy = useDocumentCopy();
  const whyNot = useWhyNotRecord();
  const names = useMemo(() => new Map(file.people.map((person) => [person.id, fullName(shownName(person))])), [file.people]);
  const { document, uses, people, sameFile } = entry;
  const day = civilDateAt(Date.parse(document.recordedAt), file.agency.timeZone ?? defaultTimeZone);
  const others = entry.flags.includes('same-file') ? [...people, ...sameFile.people] : [];
  return (
    <aside className={styles.pane} aria-label="About this document">
      <h3>About</h3>
      <dl className={styles.facts}>
        <dt>Name</dt><dd>{document.name}</dd>
        <dt>Kind</dt><dd>{kindWords(document.mediaType)}</dd>
        {(pages ?? document.pages) !== undefined && (pages ?? document.pages) !== 0 && <><dt>Pages</dt><dd>{pages ?? document.pages}</dd></>}
        <dt>Size</dt><dd>{document.bytes >= 2 ** 20 ? `${(document.bytes / 2 ** 20).toFixed(1)} MB` : `${Math.max(1, Math.round(document.bytes / 1024))} kB`}</dd>
        <dt>Filed</dt><dd>{`${dateWords(day)} · ${distanceWords(day, asOf)}${document.recordedBy === undefined ? '' : `, ${document.recordedBy}`}`}</dd>
        <dt>Vault</dt><dd>{document.vault === 'medical' ? 'Medical: each opening is logged' : 'Personnel'}</dd>
        <dt>SHA-256</dt><dd title={document.sha256}>{document.sha256.slice(0, 16)}</dd>
        {document.madeFrom !== undefined && <><dt>Made from</dt><dd>{`${document.madeFrom.how === 'photographs' ? 'Photographs: ' : document.madeFrom.how === 'parted' ? 'Some pages of ' : 'A file with a password: '}${document.madeFrom.files.map(({ name }) => name).join(', ')}`}</dd></>}
      </dl>
      {others.length > 0 && <p className={styles.notice}>{`The same file is on file for ${others.map((id) => names.get(id) ?? 'somebody else').join(' and ')}. Unless it is about all of them, it is misfiled with one.`}</p>}
      <Button onClick={() => void saveCopy(document)}>Save a copy</Button>

      <h3>{uses.length === 0 ? 'Nothing rests on it' : `Rests on it · ${uses.length}`}</h3>
      {uses.length === 0 && <p className={styles.quiet}>File it to somebody’s evidence, or purge it if it does not belong here.</p>}
      <ul className={styles.list}>
        {uses.map((use, index) => (
          <li key={`${use.recordId}-${index}`}>
            <div className={use.counts ? styles.use : styles.gone}>
              {use.title}
              <span>{[use.personId === null ? null : names.get(use.personId), use.day === null ? null : dateWords(use.day), use.pages === null ? (pages ?? 0) > 1 ? 'all pages' : null : `pages ${use.pages}`, use.counts ? null : 'no longer counts'].filter((each) => each != null).join(' · ')}</span>
              <div className={styles.links}>
                {use.kind === 'evidence' && use.counts && onUse !== undefined && (pages ?? 0) > 1 && <Anchor component="button" type="button" size="xs" onClick={() => onUse(use)}>Choose its pages</Anchor>}
                {use.personId !== null && <Anchor component="button" type="button" size="xs" onClick={() => navigate(`${pathOf('people', use.personId ?? '')}?tab=evidence`)}>Open person</Anchor>}
              </div>
            </div>
          </li>
        ))}
      </ul>

      <h3>In binders</h3>
      <Select
        aria-label="Kept apart from the personnel file"
        value={document.apart ?? 'none'}
        allowDeselect={false}
        disabled={whyNot !== null}
        data={[{ value: 'none', label: 'Belongs to the file' }, ...apartKinds.map((kind) => ({ value: kind, label: `Kept apart: ${apartWords[kind].title}` }))]}
        onChange={(value) => {
          const kind = apartKinds.find((each) => each === value) ?? null;
          if (kind !== (document.apart ?? null)) void amend({ apart: kind }, kind === null ? `${loggedName(document)} belongs to the file` : `Kept ${loggedName(document)} apart: ${apartWords[kind].title}`, kind === null ? 'It goes into binders again.' : 'It stays out of binders.');
        }}
      />
      <p className={styles.quiet}>{document.apart === undefined ? 'Choose what it is if an auditor has no business reading it: it then stays out of binders.' : `${apartWords[document.apart].why} It stays out of binders unless a recipient is to have it.`}</p>
      {document.marks !== undefined && <p className={styles.quiet}>{`${countOf(document.marks.length, 'area')} marked to be taken out.`}</p>}
      <PurgeButton document={document} />
    </aside>
  );
}
