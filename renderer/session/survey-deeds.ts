import type { Right } from '../../shared/access/rights.ts';
import { sampleOf, sampleWords } from '../../shared/agenda/survey/sample.ts';
import type { Surveying } from '../../shared/agenda/survey/surveying.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { Survey } from '../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../shared/model/agency-records/standing-records.ts';
import { ok } from '../../shared/result.ts';
import type { LiveAgency } from '../db/live-agency.ts';
import type { Session } from './session.tsx';

/** What a right comes to while a surveyor looks: what the host chose. Backups go on by themselves. */
export function allowsSurveyor({ takeAlong, medical }: Surveying, right: Right): boolean {
  switch (right) {
    case 'export':
    case 'make-binder':
      return takeAlong;
    case 'read-medical':
      return medical;
    case 'back-up':
      return true;
    case 'administer':
    case 'dispose':
      return false;
  }
}

const choicesWords = ({ agency, takeAlong, medical }: Pick<Surveying, 'agency' | 'takeAlong' | 'medical'>): string =>
  [...(agency ? ['with the agency’s papers'] : []), ...(takeAlong ? ['copies may be taken along'] : []), ...(medical ? ['with the medical vault'] : [])].map((each) => `, ${each}`).join('');

/** Beginning and ending surveyor mode: the record of the survey and the mode itself, in an order that a power cut leaves nobody with more to see than before. */
export function surveyDeeds(live: LiveAgency, { now, newId, today }: { readonly now: () => string; readonly newId: () => string; readonly today: CivilDate }): Pick<Session, 'beginSurvey' | 'endSurvey'> {
  const note = (what: string) => ({ id: newId(), at: now(), what });
  return {
    beginSurvey: async (survey, choices) => {
      const recorded = await live.commit([{ kind: 'add-agency-record', record: survey }], { ...note(`Began a survey by ${survey.surveyor}: ${sampleWords(sampleOf(survey))}`), kind: 'survey' });
      if (!recorded.ok) return recorded;
      const { surveyor, personIds, drawn } = survey;
      const surveying: Surveying = { surveyId: survey.id, surveyor, personIds, seed: drawn?.seed ?? null, since: now(), host: live.actor?.name ?? null, agency: choices.agency, takeAlong: choices.takeAlong, medical: choices.medical };
      return await live.setSurveying(surveying, note(`Surveyor mode begun for ${surveyor}: ${sampleWords(sampleOf(survey))}${choicesWords(choices)}`));
    },
    endSurvey: async (by) => {
      const mode = live.surveying();
      if (mode === null) return ok(null);
      const ended = await live.setSurveying(null, note(`Surveyor mode of ${mode.surveyor} left${by === null ? '' : ` by ${by}`}`));
      if (!ended.ok) return ended;
      const survey = standingRecords(live.file().agencyRecords ?? []).find('survey', mode.surveyId);
      if (survey === undefined || survey.endedOn !== undefined) return ok(null);
      const { recordedBy: _by, ...rest } = survey;
      const record: Survey = { ...rest, id: newId(), supersedes: survey.id, endedOn: today, recordedAt: now() };
      const closed = await live.commit([{ kind: 'add-agency-record', record }], { ...note(`The survey by ${survey.surveyor} ended`), kind: 'survey' });
      return closed.ok ? ok(null) : closed;
    },
  };
}
