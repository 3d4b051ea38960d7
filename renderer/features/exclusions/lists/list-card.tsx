import { Anchor } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { importedOn } from '../../../../shared/agenda/exclusions/versions.ts';
import { exclusionListWords, type ListVersion } from '../../../../shared/model/exclusion.ts';
import { ageInDays, isStale } from '../../../../shared/screening/lists/list-version.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { cx } from '../../../ui/cx.ts';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { StatusMark, type StatusMarkProps } from '../../../ui/status-mark.tsx';
import { Digest } from '../digest.tsx';
import type { ListFacts } from './list-facts.ts';
import styles from './lists.module.css';

/** One list: its version in force with all that proves which one it is, and the files before it. Takes a dropped file. */
export function ListCard({ facts, onChoose, onDrop, onDownload }: {
  readonly facts: ListFacts;
  readonly onChoose: () => void;
  readonly onDrop: (file: File) => void;
  /** Only for a list with an official address. */
  readonly onDownload?: () => void;
}) {
  const { canRecord, asOf } = useSession();
  const [over, setOver] = useState(false);
  const [showing, setShowing] = useState(false);
  const { list, inForce, earlier } = facts;
  const words = exclusionListWords[list];
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && canRecord) onDrop(file);
  };
  const partial = earlier.filter(({ scope }) => scope !== 'full').length;
  const older = earlier.length - partial;
  return (
    <section
      className={cx(styles.card, over && styles.over)}
      aria-label={words.long}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <div className={styles.cardHead}>
        <h4 className={styles.name}>{words.long}</h4>
        <StatusMark {...markOf(facts, asOf)} variant="pill" />
        <div className={styles.actions}>
          {onDownload !== undefined && (
            <WriteButton leftSection={<IconDownload size={14} stroke={1.6} />} onClick={onDownload}>Download from oig.hhs.gov</WriteButton>
          )}
          <WriteButton leftSection={<IconFileImport size={14} stroke={1.6} />} onClick={onChoose}>Import a file</WriteButton>
        </div>
      </div>
      {inForce === null ? (
        <p className={styles.none}>{`No file of this list is on file. ${howToGet[list]}`}</p>
      ) : (
        <VersionFacts version={inForce} />
      )}
      {earlier.length > 0 && (
        <div className={styles.earlier}>
          <Anchor component="button" type="button" size="sm" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {showing ? 'Hide the other files' : [...(older > 0 ? [countOf(older, 'earlier version')] : []), ...(partial > 0 ? [countOf(partial, 'partial file')] : [])].join(', ')}
          </Anchor>
          {showing && <Earlier versions={earlier} />}
        </div>
      )}
    </section>
  );
}

const howToGet: Readonly<Record<ListFacts['list'], string>> = {
  'oig-leie': 'Save UPDATED.csv from oig.hhs.gov/exclusions, then import it here or drop it on this card. It is renewed by the 10th of every month.',
  'la-adverse-actions': 'Export all entries as CSV from adverseactions.ldh.la.gov, then import the file here, or record a search on the web site under the month’s run.',
  sam: 'Save the exclusions public extract from sam.gov (Data Services), then import the ZIP or CSV here.',
  'nc-excluded-providers': 'Save the State Excluded Provider List of NC Medicaid as CSV or workbook, then import it here.',
};

function markOf({ inForce, demanded }: ListFacts, asOf: ReturnType<typeof useSession>['asOf']): StatusMarkProps {
  if (inForce === null) return demanded ? { family: 'act', glyph: 'triangle', word: 'None on file' } : { family: null, glyph: 'dash', word: 'Not in use' };
  return isStale(inForce, asOf)
    ? { family: 'near', glyph: 'clock', word: `${countOf(ageInDays(inForce, asOf) ?? 0, 'day')} old, import a newer one` }
    : { family: 'ok', glyph: 'tick', word: 'In force' };
}

const rowsOf = (version: ListVersion): string => version.rows.toLocaleString('en-US');

function VersionFacts({ version }: { readonly version: ListVersion }) {
  const { asOf, file } = useSession();
  const imported = importedOn(file, version);
  return (
    <>
      <dl className={styles.facts}>
        <Fact title="File">{version.name}</Fact>
        <Fact title="Entries">{rowsOf(version)}</Fact>
        <Fact title="Newest action">{version.newestAction === undefined ? 'none dated' : <DateWithDistance date={dateWords(version.newestAction)} distance={distanceWords(version.newestAction, asOf)} />}</Fact>
        {version.publishedOn !== undefined && <Fact title="Published"><DateWithDistance date={dateWords(version.publishedOn)} distance={distanceWords(version.publishedOn, asOf)} /></Fact>}
        <Fact title="Imported">
          <DateWithDistance date={dateWords(imported)} distance={distanceWords(imported, asOf)} />
          {version.recordedBy !== undefined && ` by ${version.recordedBy}`}
          {version.source === 'download' && ', downloaded'}
        </Fact>
        <Fact title="SHA-256"><Digest sha256={version.sha256} /></Fact>
      </dl>
      {(version.warnings ?? []).length > 0 && (
        <ul className={styles.warned}>
          {(version.warnings ?? []).map((each) => <li key={each}>{each}</li>)}
          {version.reason !== undefined && <li>{`Imported all the same: ${version.reason}`}</li>}
        </ul>
      )}
    </>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <div><dt>{title}</dt><dd>{children}</dd></div>;
}

function Earlier({ versions }: { readonly versions: readonly ListVersion[] }) {
  const { asOf, file } = useSession();
  return (
    <table className={styles.table}>
      <thead>
        <tr><th scope="col">Imported</th><th scope="col">File</th><th scope="col">What it is</th><th scope="col" className={styles.right}>Entries</th><th scope="col">Newest action</th><th scope="col">SHA-256</th></tr>
      </thead>
      <tbody>
        {versions.map((version) => {
          const imported = importedOn(file, version);
          return (
            <tr key={version.id}>
              <td className="num"><DateWithDistance date={dateWords(imported)} distance={distanceWords(imported, asOf)} /></td>
              <td>{version.name}</td>
              <td>{scopeWords[version.scope]}</td>
              <td className={cx('num', styles.right)}>{rowsOf(version)}</td>
              <td className="num">{version.newestAction !== undefined ? dateWords(version.newestAction) : 'none dated'}</td>
              <td><Digest sha256={version.sha256} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export const scopeWords: Readonly<Record<ListVersion['scope'], string>> = {
  full: 'Whole list',
  supplement: 'Partial (additions of a month), proves no month',
  reinstatements: 'Partial (taken off the list), proves no month',
};
