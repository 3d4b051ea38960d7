import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { explainer } from '../../shared/rules/explain.ts';
import type { Evaluation, Standing } from '../../shared/rules/standing.ts';

/** The document `evaluate --format json` prints: the keys of docs/agency-file.md, in that order. */
export function evaluationJson(file: AgencyFile, evaluation: Evaluation, from: CivilDate | undefined): unknown {
  const explain = explainer(file, evaluation);
  return {
    asOf: evaluation.asOf,
    ...(from === undefined ? {} : { from }),
    ...(evaluation.knownAt === undefined ? {} : { knownAt: evaluation.knownAt }),
    standings: evaluation.standings.map((standing) => standingJson(standing, explain(standing).reason)),
  };
}

function standingJson(standing: Standing, reason: string): unknown {
  // A duty of the agency names nobody: said outright, so that no reader takes it for a person's.
  const ofAgency = standing.personId === undefined && standing.vendorId === undefined && standing.teamId === undefined;
  return {
    ...(ofAgency ? { personId: null } : standing.personId === undefined ? {} : { personId: standing.personId }),
    ...(standing.teamId === undefined ? {} : { teamId: standing.teamId }),
    ...(standing.vendorId === undefined ? {} : { vendorId: standing.vendorId }),
    ...(standing.employmentId === undefined ? {} : { employmentId: standing.employmentId }),
    requirement: standing.requirement,
    status: standing.status,
    onTime: standing.onTime,
    validNow: standing.validNow,
    dueOn: standing.dueOn,
    validThrough: standing.validThrough,
    ...(standing.periods === undefined ? {} : { periods: standing.periods.map(({ period, status }) => ({ period, status })) }),
    ...(standing.lapses === undefined ? {} : { lapses: standing.lapses }),
    ...(standing.missing === undefined ? {} : { missing: standing.missing }),
    ...(standing.inPeriod === undefined ? {} : { inPeriod: standing.inPeriod }),
    evidenceIds: standing.evidenceIds,
    reason,
    citations: standing.citations,
  };
}
