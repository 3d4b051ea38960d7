import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { employmentOn, roleNames } from '../../../shared/agenda/employment.ts';
import { proposedFindings } from '../../../shared/agenda/survey/proposed.ts';
import type { SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import type { SurveyFinding } from '../../../shared/model/agency-records/agency-record.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { statusRank } from '../../../shared/rules/status.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useRecord } from '../../session/use-record.ts';
import { notifications } from '@mantine/notifications';
import { WriteButton } from '../../session/write-button.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupedList, type ListColumn } from '../../ui/grouped-list/grouped-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, pathOf } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useNames } from './use-surveys.ts';
import styles from './survey.module.css';

const keyOf = (standing: Standing): string => `${standing.employmentId ?? ''} ${standing.requirement}`;

/** The files of the sample one after the other: what each verdict would come to as a finding, the worst first, taken over with one key. */
export function WalkTab({ state, personId, onPerson }: { readonly state: SurveyState; readonly personId: string | null; readonly onPerson: (personId: string) => void }) {
  const { file, asOf, standingsOf, explain, requirementTitle, canRecord, newId, now } = useSession();
  const { survey, findings } = state;
  const names = useNames();
  const record = useRecord();
  const [selected, setSelected] = useState<string | null>(null);
  const ids = survey.personIds;
  const at = personId === null ? -1 : ids.indexOf(personId);

  const own = useMemo(() => (personId === null ? [] : standingsOf(personId)), [standingsOf, personId]);
  const proposed = useMemo(() => new Map(proposedFindings(own, explain).map((each) => [keyOf(each.standing), each])), [own, explain]);
  const taken = new Map(findings.flatMap(({ finding }) => (finding.personId === personId && finding.requirement !== undefined ? [[finding.requirement, finding] as const] : [])));
  const byRank = (one: Standing, other: Standing): number => statusRank(one.status) - statusRank(other.status) || (one.requirement < other.requirement ? -1 : 1);
  const against = own.filter((each) => proposed.has(keyOf(each))).sort(byRank);
  const fine = own.filter((each) => !proposed.has(keyOf(each)) && each.status !== 'not-applicable').sort(byRank);
  const rows = [...against, ...fine];
  const chosen = rows.find((each) => keyOf(each) === selected) ?? against.find((each) => !taken.has(each.requirement)) ?? rows[0] ?? null;

  const take = async (standing: Standing | null): Promise<void> => {
    const found = standing === null ? undefined : proposed.get(keyOf(standing));
    if (found === undefined || personId === null || !canRecord || taken.has(found.requirement)) return;
    const finding: SurveyFinding = { kind: 'survey-finding', id: newId(), surveyId: survey.id, personId, requirement: found.requirement, weight: found.weight, text: found.text, recordedAt: now() };
    const problem = await record([{ kind: 'add-agency-record', record: finding }], `Recorded a ${found.weight} on ${names(personId)}: ${requirementTitle(found.requirement)}`, `Taken over: ${requirementTitle(found.requirement)}.`);
    if (problem !== null) notifications.show({ message: problem, color: 'red', autoClose: 8000 });
    else {
      const next = against.find((each) => each !== standing && !taken.has(each.requirement));
      setSelected(next === undefined ? null : keyOf(next));
    }
  };
  const step = (by: number): void => {
    const next = ids[at + by];
    if (next !== undefined) onPerson(next);
  };
  useKeys('Walk through', [
    { keys: 'J', does: 'Next person', run: () => step(1) },
    { keys: 'K', does: 'Previous person', run: () => step(-1) },
    { keys: 'T', does: 'Take the proposed finding over', run: () => void take(chosen) },
    { keys: 'P', does: 'Open the person', run: () => { if (personId !== null) navigate(pathOf('people', personId)); } },
  ]);

  const columns: readonly ListColumn<Standing>[] = [
    { key: 'what', title: 'Requirement', width: '27%', cell: (each) => requirementTitle(each.requirement) },
    { key: 'status', title: 'Standing', width: '132px', cell: (each) => <StatusMark {...lookOf(each.status)} variant={proposed.has(keyOf(each)) ? 'pill' : 'bare'} /> },
    { key: 'text', title: 'What a surveyor would write', cell: (each) => <span title={proposed.get(keyOf(each))?.text ?? ''}>{proposed.get(keyOf(each))?.text ?? <span className={styles.quiet}>{explain(each).brief}</span>}</span> },
    {
      key: 'take', title: 'Finding', width: '138px', end: true,
      cell: (each) => {
        const done = taken.get(each.requirement);
        const found = proposed.get(keyOf(each));
        if (done !== undefined) return <StatusMark family="ok" glyph="tick" word={done.weight === 'finding' ? 'Finding' : 'Recommendation'} />;
        return found === undefined ? <span className={styles.quiet}>in order</span> : <WriteButton size="compact-xs" onClick={() => void take(each)}>Take over</WriteButton>;
      },
    },
  ];
  const person = file.people.find(({ id }) => id === personId);
  const employment = person === undefined ? null : employmentOn(person, asOf);
  return (
    <div className={styles.walk}>
      <ul className={styles.people} aria-label="People of the sample">
        {ids.map((id) => {
          const count = findings.filter(({ finding }) => finding.personId === id).length;
          return (
            <li key={id}>
              <button type="button" className={cx(styles.person, id === personId && styles.current)} aria-current={id === personId ? 'true' : undefined} onClick={() => onPerson(id)}>
                <span>{names(id)}</span>
                <span className={styles.quiet}>{count === 0 ? 'no finding yet' : countOf(count, 'finding')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className={styles.scroll}>
        {person === undefined ? (
          <EmptyState>{ids.length === 0 ? 'Nobody of the sample is on file any more.' : 'The file of this person is gone; its findings went with it.'}</EmptyState>
        ) : (
          <>
            <div className={styles.who}>
              <h3>{names(person.id)}</h3>
              <span className={styles.quiet}>{employment === null ? 'no employment' : roleNames(employment, asOf).join(', ')}</span>
              <span className={styles.grow} />
              <Button size="compact-sm" rightSection={<Kbd>P</Kbd>} onClick={() => navigate(pathOf('people', person.id))}>Open the file</Button>
            </div>
            {rows.length === 0 ? <EmptyState>Nothing is asked of this person as of this day.</EmptyState> : (
              <GroupedList
                label={`Checklist of ${names(person.id)}`}
                columns={columns}
                groups={[
                  ...(against.length > 0 ? [{ key: 'against', title: 'Proposed, the worst first', rows: against }] : []),
                  ...(fine.length > 0 ? [{ key: 'fine', title: 'In order', rows: fine }] : []),
                ]}
                rowKey={keyOf}
                selected={chosen === null ? null : keyOf(chosen)}
                onSelect={setSelected}
                onOpen={() => void take(chosen)}
              />
            )}
          </>
        )}
      </div>
      <Slot name="footer">{`Person ${at + 1} of ${ids.length} · ${countOf(against.filter((each) => !taken.has(each.requirement)).length, 'proposal')} left here · ${countOf(findings.length, 'finding')} in all`}</Slot>
      <Slot name="keys"><Kbd>T</Kbd> <span>take over</span> <Kbd>N</Kbd> <span>own finding</span> <Kbd>J</Kbd><Kbd>K</Kbd> <span>next, previous person</span></Slot>
    </div>
  );
}
