import { judgeAccredited, judgeAccreditedWithin, judgeAdverseNotice, judgeAppliedFirst } from './accreditation.ts';
import { judgeLaFidelity, judgeNcFidelity } from './fidelity/judge.ts';
import { judgeFigure, judgeMeeting, judgeReport } from './meetings/judge.ts';
import { judgeCredential, judgeNpi } from './papers.ts';
import type { AgencyContext, AgencyJudgement } from './row.ts';
import { judgeCaseload, judgeEmploymentUnit, judgeSupervisorRatio } from './staffing.ts';

/** Judges one duty of the agency or of a team by the kind of its rule; null where it does not concern the subject on that day. */
export function judgeAgencyRow(context: AgencyContext): AgencyJudgement | null {
  const { row } = context;
  const { rule } = row;
  switch (rule.kind) {
    case 'credential': return judgeCredential({ ...context, row: { ...row, rule } });
    case 'npi': return judgeNpi({ ...context, row: { ...row, rule } });
    case 'accredited': return judgeAccredited({ ...context, row: { ...row, rule } });
    case 'applied-before-contract': return judgeAppliedFirst({ ...context, row: { ...row, rule } });
    case 'accredited-within': return judgeAccreditedWithin({ ...context, row: { ...row, rule } });
    case 'adverse-notice': return judgeAdverseNotice({ ...context, row: { ...row, rule } });
    case 'employment-unit': return judgeEmploymentUnit({ ...context, row: { ...row, rule } });
    case 'caseload': return judgeCaseload({ ...context, row: { ...row, rule } });
    case 'supervisor-ratio': return judgeSupervisorRatio({ ...context, row: { ...row, rule } });
    case 'meeting': return judgeMeeting({ ...context, row: { ...row, rule } });
    case 'figure': return judgeFigure({ ...context, row: { ...row, rule } });
    case 'quarterly-report': return judgeReport({ ...context, row: { ...row, rule } });
    case 'la-fidelity': return judgeLaFidelity({ ...context, row: { ...row, rule } });
    case 'nc-fidelity': return judgeNcFidelity({ ...context, row: { ...row, rule } });
  }
}
