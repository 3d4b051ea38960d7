import { describe, expect, it } from 'vitest';
import type { Agency, Override } from '../../../shared/model/agency.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { signedChanges } from '../../../shared/model/signed-changes.ts';

const recordedAt = '2026-03-19T15:00:00Z';
const evidence: Evidence = { id: 'e1', personId: 'p1', kind: 'tb-test', recordedAt };
const override: Override = { requirement: 'LA-TB', set: {}, reason: 'Because', recordedAt };
const agency = (...overrides: readonly Override[]): Agency => ({ name: 'Gulf Bridge', packs: [], overrides });
const name = 'Dana Whitfield';

describe('changes in the name of whoever is at work', () => {
  it('name them on everything new that says who recorded it', () => {
    const changes = [
      { kind: 'add-evidence', evidence },
      { kind: 'add-document', document: { id: 'd1', recordedAt } },
      { kind: 'add-check', check: { id: 'c1', recordedAt } },
      { kind: 'add-decision', decision: { id: 'm1', recordedAt } },
      { kind: 'add-list-version', version: { id: 'v1', recordedAt } },
      { kind: 'add-month-record', record: { id: 'r1', recordedAt } },
      { kind: 'add-agency-record', record: { id: 'a1', recordedAt } },
      { kind: 'acknowledge', acknowledgement: { note: 'Explained', recordedAt } },
    ] as unknown as readonly Change[];
    const signed = signedChanges(changes, name, null);
    expect(signed.map((change) => JSON.stringify(change).includes(`"recordedBy":"${name}"`))).toEqual(changes.map(() => true));
    expect(signedChanges(signed, 'Somebody else', null)).toEqual(signed);
  });

  it('leave what others recorded, what has no author, and the changes given as they are', () => {
    const theirs: Change = { kind: 'add-evidence', evidence: { ...evidence, recordedBy: 'Ines Moreau' } };
    const retraction: Change = { kind: 'retract-evidence', evidenceId: 'e1', retractedAt: recordedAt, reason: 'Misread' };
    expect(signedChanges([theirs, retraction], name, null)).toEqual([theirs, retraction]);
  });

  it('name them on overrides that are new, not on those on file without a name', () => {
    const later = { ...override, recordedAt: '2026-03-20T15:00:00Z' };
    const change: Change = { kind: 'set-agency', agency: agency(override, later) };
    expect(signedChanges([change], name, agency(override))).toEqual([{ kind: 'set-agency', agency: agency(override, { ...later, recordedBy: name }) }]);
    expect(signedChanges([change], name, null)).toEqual([change]);
  });
});
