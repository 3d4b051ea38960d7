import { storeDocuments } from '../../session/agency-files.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import { storageWords } from '../../session/failure-words.ts';
import { ProtectSteps } from '../../session/protect-steps.tsx';
import { startLongWork } from '../../ui/long-work.ts';

/** Stands where the app would while an agency gets its keys: a new one, or one that lies here unprotected from before. */
export function ProtectPage() {
  const { unprotected, admit, keep, leave } = useAgencyDoor();
  if (unprotected === null) return null;
  const { agencyId, name, arrival } = unprotected;
  return (
    <ProtectSteps
      agencyId={agencyId}
      agencyName={name}
      lead={
        arrival === null
          ? 'These records lie on this computer as anybody could read them. Muster now seals them, once, with a passphrase; nothing of them is changed.'
          : 'Background checks, birth dates and medical results lie sealed on this computer: only who knows a passphrase reads them, not who takes the computer.'
      }
      onProtected={async (session) => {
        if (arrival === null) {
          await admit(agencyId, session);
          return null;
        }
        const work = startLongWork('Storing documents');
        const stored = await storeDocuments(agencyId, arrival.file, arrival.documents, work.update);
        work.finish();
        if (!stored.ok) return stored.error.words;
        const kept = await keep(agencyId, arrival.file, session);
        return kept.ok ? null : storageWords(kept.error);
      }}
      onCancel={leave}
    />
  );
}
