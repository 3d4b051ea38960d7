import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { hasRight, mayWrite } from '../../shared/access/rights.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { surveyEvaluation, surveyView } from '../../shared/agenda/survey/survey-view.ts';
import type { LogHead } from '../../shared/ipc/vault.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { fail, ok } from '../../shared/result.ts';
import { agencyRequirementsOf, requirementsOf } from '../../shared/rules/catalogue.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { explainer } from '../../shared/rules/explain.ts';
import { requirementTitles } from '../../shared/rules/packs/packs.ts';
import type { Standing } from '../../shared/rules/standing.ts';
import type { LiveAgency } from '../db/live-agency.ts';
import { vault } from '../platform/desktop.ts';
import type { CopyStanding } from '../db/standing.ts';
import type { Session } from './session.tsx';
import { allowsSurveyor, surveyDeeds } from './survey-deeds.ts';
import { inputSaved } from './unsaved-input.ts';
import { useToday } from './use-today.ts';

/** What the session takes from outside: the clock and chance. */
export type Surroundings = {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** A new random id. */
  readonly newId: () => string;
  /** 32 new random bytes. */
  readonly newKey: () => Uint8Array;
};

/** The sentence of a log entry. */
const whatOf = (file: AgencyFile, logId: string): string => {
  const what = file.audit?.find((entry) => entry['id'] === logId)?.['what'];
  return typeof what === 'string' ? what : logId;
};

/** The main process remembers how far the log was written; where it cannot, nothing is lost but that witness. */
const tellHead = (agencyId: string, head: LogHead): Promise<unknown> => vault.logHeadWritten({ agencyId, head });

/** Builds the session of an open agency. Everything derived is computed once per record, as-of day and known-at. */
export function useSessionValue(live: LiveAgency, isDemo: boolean, { clock, newId }: Pick<Surroundings, 'clock' | 'newId'>): Session {
  const whole = useSyncExternalStore(live.subscribe, live.file);
  const surveying = useSyncExternalStore(live.subscribe, live.surveying);
  const file = useMemo(() => (surveying === null ? whole : surveyView(whole, surveying.personIds, surveying)), [whole, surveying]);
  const today = useToday(clock, file.agency.timeZone ?? defaultTimeZone);
  const [chosenAsOf, setChosenAsOf] = useState<CivilDate | null>(null);
  const [knownAt, setKnownAt] = useState<string | null>(null);
  const asOf = chosenAsOf ?? today;
  const isNow = asOf === today && knownAt === null;

  const evaluation = useMemo(() => {
    const judged = evaluate(file, { asOf, ...(knownAt !== null && { knownAt }) });
    return surveying === null ? judged : surveyEvaluation(judged, surveying);
  }, [file, surveying, asOf, knownAt]);
  const requirements = useMemo(() => requirementsOf(file, asOf), [file, asOf]);
  const byId = useMemo(() => new Map(requirements.map((each) => [each.id, each])), [requirements]);
  const agencyRequirements = useMemo(() => agencyRequirementsOf(file, asOf), [file, asOf]);
  const explain = useMemo(() => explainer(file, evaluation), [file, evaluation]);
  const byPerson = useMemo(() => {
    const standings = new Map<string, Standing[]>();
    for (const each of evaluation.standings) {
      if (each.personId === undefined) continue;
      const known = standings.get(each.personId);
      if (known === undefined) standings.set(each.personId, [each]);
      else known.push(each);
    }
    return standings;
  }, [evaluation]);

  const [copy, setCopy] = useState<CopyStanding | null>(null);
  useEffect(() => live.backup.watchStanding(setCopy), [live]);

  const last = file.audit?.at(-1);
  const [seq, hash] = [last?.['seq'], last?.['hash']];
  useEffect(() => {
    if (typeof seq === 'number' && typeof hash === 'string') void tellHead(live.agencyId, { seq, hash });
  }, [live, seq, hash]);

  const setAsOf = useCallback((date: CivilDate | null) => setChosenAsOf(date === today ? null : date), [today]);
  const now = useCallback(() => new Date(clock()).toISOString(), [clock]);

  return useMemo<Session>(
    () => ({
      agencyId: live.agencyId,
      file,
      today,
      asOf,
      knownAt,
      isNow,
      canRecord: isNow && copy === null && surveying === null && mayWrite(live.actor),
      copy,
      surveying,
      ...surveyDeeds(live, { now, newId, today }),
      setAsOf,
      setKnownAt,
      evaluation,
      requirements,
      requirement: (id) => byId.get(id),
      agencyRequirements,
      requirementTitle: (id) => byId.get(id)?.title ?? requirementTitles.get(id) ?? id,
      explain,
      standingsOf: (personId) => byPerson.get(personId) ?? [],
      commit: async (changes, what, kind) => {
        // What was made is told of today, whatever day it was made for.
        const isOfToday = changes.every((change) => change.kind === 'add-agency-record' && change.record.kind === 'binder');
        if (!isNow && !isOfToday) return fail({ code: 'looking-back' });
        const done = await live.commit(changes, { id: newId(), at: now(), what, ...(kind !== undefined && { kind }) });
        if (done.ok) inputSaved();
        return done.ok ? ok({ logId: done.value.id }) : done;
      },
      logEvent: async (kind, what, reason) => {
        const done = await live.recordEvent({ id: newId(), at: now(), what, kind, ...(reason !== undefined && { reason }) });
        if (!done.ok) return done;
        const head = { seq: done.value.seq, hash: done.value.hash };
        // Told before anything that rests on the entry, such as a medical document, is asked for.
        await tellHead(live.agencyId, head);
        return ok(head);
      },
      actor: live.actor,
      can: (right) => hasRight(live.actor, right) && (surveying === null || allowsSurveyor(surveying, right)),
      undo: async (logId, reason) => {
        if (!isNow) return fail({ code: 'looking-back' });
        return await live.undo(logId, { id: newId(), at: now(), what: `Undid: ${whatOf(file, logId)}`, reason });
      },
      dispose: async (personIds, reason) => {
        if (!isNow) return fail({ code: 'looking-back' });
        return await live.dispose({ people: personIds.map((personId) => ({ personId, lineId: newId() })), today, reason }, { id: newId(), at: now() });
      },
      undoable: live.undoable,
      verifyRecords: live.verifyRecords,
      reminders: live.reminders,
      intake: live.intake,
      backup: live.backup,
      now,
      newId,
      isDemo,
    }),
    [live, copy, surveying, file, today, asOf, knownAt, isNow, setAsOf, evaluation, requirements, byId, agencyRequirements, explain, byPerson, now, newId, isDemo],
  );
}
