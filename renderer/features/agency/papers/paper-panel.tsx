import type { RefObject } from 'react';
import type { PaperRow } from '../../../../shared/agenda/papers.ts';
import { credentialTypeWords } from '../../../../shared/model/agency-records/credential.ts';
import { lookOf } from '../../../../shared/status-look.ts';
import { WriteButton } from '../../../session/write-button.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { AgencyDeed } from '../deeds.ts';
import { RecordPanel } from '../record-panel.tsx';

/** One paper in full. */
export function PaperPanel({ row, place, heading, onDeed }: {
  readonly row: PaperRow;
  readonly place: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onDeed: (deed: AgencyDeed) => void;
}) {
  const { credential } = row;
  const look = lookOf(row.status);
  return (
    <RecordPanel
      record={credential}
      code={`${credentialTypeWords[credential.credential]} · ${place}`}
      mark={row.ended ? <span>Ended</span> : <StatusMark {...look} variant="pill" text={row.words ?? look.word} />}
      remark={credential.expiresOn === undefined && !row.ended ? 'No last day is recorded, so none is judged.' : null}
      heading={heading}
      onDeed={onDeed}
      acts={row.ended ? null : (
        <>
          <WriteButton variant="filled" shortcut="R" onClick={() => onDeed({ kind: 'renew', credential })}>Renew</WriteButton>
          <WriteButton onClick={() => onDeed({ kind: 'end', credential })}>End</WriteButton>
        </>
      )}
    />
  );
}
