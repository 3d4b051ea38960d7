import type { EvidenceKind } from '../../model/evidence.ts';
import type { Validity, Window } from '../../model/window.ts';
import type { Citation } from '../standing.ts';
import type { Part, Row } from './row.ts';

// The items of an auditor's personnel file that no payer's text sets (rules section 7). The windows are common practice and editable.
const record: Citation = { source: 'LAC', section: 'personnel record, sibling chapters (practice; verify)' };
const forever: Validity = { by: 'forever' };

type File = {
  readonly id: string; readonly title: string; readonly short: string; readonly kind: EvidenceKind; readonly tab: 'A' | 'G' | 'I';
  readonly window: Window; readonly part?: Partial<Part>; readonly off?: true; readonly left?: true;
};

const onHire = (validity: Validity = forever): Window => ({ kind: 'ready', anchor: 'hire', strict: false, validity });
const after = (amount: number, unit: 'days' | 'months', validity: Validity = forever): Window => ({ kind: 'within', anchor: 'hire', amount, unit, validity });

const files: readonly File[] = [
  { id: 'pf.application', title: 'Application or résumé', short: 'Applic.', kind: 'application', tab: 'A', window: onHire() },
  { id: 'pf.references', title: 'Two references', short: 'Refer- ences', kind: 'reference', tab: 'A', window: onHire(), part: { count: 2 } },
  { id: 'pf.job-description', title: 'Signed job description', short: 'Job descr.', kind: 'job-description', tab: 'A', window: after(30, 'days') },
  { id: 'pf.orientation', title: 'Orientation', short: 'Orien- tation', kind: 'orientation', tab: 'G', window: after(30, 'days') },
  { id: 'pf.confidentiality-agreement', title: 'Confidentiality agreement', short: 'Confid. agreem.', kind: 'confidentiality-agreement', tab: 'G', window: onHire({ by: 'months', months: 12 }) },
  { id: 'pf.evaluation', title: 'Annual performance evaluation', short: 'Evalu- ation', kind: 'evaluation', tab: 'I', window: after(12, 'months', { by: 'months', months: 12 }) },
  { id: 'pf.separation', title: 'Separation record', short: 'Separ- ation', kind: 'separation', tab: 'I', window: { kind: 'always', validity: forever }, left: true },
  { id: 'pf.drivers-license', title: "Driver's licence", short: "Driver's licence", kind: 'drivers-license', tab: 'I', window: onHire({ by: 'printed' }), off: true },
  { id: 'pf.motor-insurance', title: 'Motor insurance', short: 'Motor insur.', kind: 'motor-insurance', tab: 'I', window: onHire({ by: 'printed' }), off: true },
];

export const personnelFileRows: readonly Row[] = files.map((file, index): Row => ({
  id: file.id, title: file.title, short: file.short, group: 'files', tab: file.tab, tabOrder: 21 + index, clearance: null,
  applies: file.left ? { left: true } : {},
  window: file.window,
  proof: { by: 'items', parts: [{ name: null, routes: [{ kind: file.kind }], ...file.part }] },
  ...(file.off ? { off: true as const } : {}),
  citations: [record],
  readings: [{ question: `${file.title}: when it is due`, reading: 'Common practice; no policy text sets it. The agency may change it.', change: 'Settings, requirement' }],
}));
