import { useMemo } from 'react';
import { documentsOnFile, type DocumentOnFile } from '../../../shared/agenda/documents-on-file.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { DocumentsBoard } from '../../viewer/documents-board.tsx';

/** Every document a person's records rest on. */
export function usePersonDocuments(personId: string): readonly DocumentOnFile[] {
  const { file } = useSession();
  return useMemo(() => documentsOnFile(file).filter(({ people }) => people.includes(personId)), [file, personId]);
}

/** A person's documents, the chosen one open beside them; which one is in the address. */
export function DocumentsTab({ entries, personId }: { readonly entries: readonly DocumentOnFile[]; readonly personId: string }) {
  const { path, query } = useRoute();
  const select = (id: string | null): void => {
    const next = new URLSearchParams(query);
    next.delete('pages');
    if (id === null) next.delete('document');
    else next.set('document', id);
    navigate(`${path}?${next}`, 'replace');
  };
  return (
    <DocumentsBoard
      label="Documents of this person"
      entries={entries}
      personId={personId}
      filter=""
      selectedId={query.get('document')}
      pages={query.get('pages') ?? undefined}
      onSelect={select}
      empty={<EmptyState>No document is on file for this person. A document is filed with the evidence it proves.</EmptyState>}
    />
  );
}
