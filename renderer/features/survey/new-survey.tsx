import { Button, Checkbox, MultiSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { employmentOn, roleNames, rolesOn } from '../../../shared/agenda/employment.ts';
import { drawSample, seedOf, typedSeed, whyNotWords, type WhyNotDrawnFrom } from '../../../shared/agenda/survey/sample.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { Survey } from '../../../shared/model/agency-records/agency-record.ts';
import type { SurveyKind } from '../../../shared/model/agency-records/survey.ts';
import { fullName, roles as allRoles, roleWords, shownName, type Role } from '../../../shared/model/person.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate } from '../../ui/navigate.ts';
import { Panel } from '../../ui/panel.tsx';
import { Slot } from '../../ui/slots.tsx';
import styles from './survey.module.css';

const usualSize = 5;
const freshSeed = (): string => seedOf(crypto.getRandomValues(new Uint8Array(8)));

/** Who surveys, and whose files: drawn at random from a seed that is shown, and chosen by name. A mock survey is recorded; for a surveyor the screen is handed over. */
export function NewSurvey({ kind }: { readonly kind: SurveyKind }) {
  const { file, today, actor, can, newId, now, commit, beginSurvey } = useSession();
  const [surveyor, setSurveyor] = useState(kind === 'mock' ? (actor?.name ?? '') : '');
  const [employedOn, setEmployedOn] = useState<CivilDate>(today);
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [hiredFrom, setHiredFrom] = useState<CivilDate | null>(null);
  const [hiredTo, setHiredTo] = useState<CivilDate | null>(null);
  const [size, setSize] = useState(usualSize);
  const [seed, setSeed] = useState(freshSeed);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [agency, setAgency] = useState(false);
  const [takeAlong, setTakeAlong] = useState(false);
  const [medical, setMedical] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);

  const sample = useMemo(
    () => drawSample({ people: file.people, roles, employedOn, size, seed: typedSeed(seed), ...(hiredFrom !== null && { hiredFrom }), ...(hiredTo !== null && { hiredTo }) }),
    [file.people, roles, employedOn, hiredFrom, hiredTo, size, seed],
  );
  const people = useMemo(() => new Map(file.people.map((person) => [person.id, person])), [file.people]);
  const extra = chosen.filter((id) => !sample.personIds.includes(id));
  const ids = [...sample.personIds, ...extra];
  const nameOf = (id: string): string => {
    const person = people.get(id);
    return person === undefined ? id : fullName(shownName(person));
  };
  const held = useMemo(() => {
    const found = new Set(file.people.flatMap((person) => {
      const employment = employmentOn(person, employedOn);
      return employment === null ? [] : rolesOn(employment, employedOn).map(({ role }) => role);
    }));
    return allRoles.filter((role) => found.has(role));
  }, [file.people, employedOn]);
  const why = [...new Set(sample.others.map((each) => each.why))].map((each): readonly [WhyNotDrawnFrom, number] => [each, sample.others.filter((other) => other.why === each).length]);
  const noSeed = size > 0 && typedSeed(seed) === '';
  const noSurveyor = surveyor.trim() === '';

  const begin = async (): Promise<void> => {
    setTried(true);
    setProblem(ids.length === 0 ? 'Nobody is in the sample. Draw at least one person, or choose somebody by name.' : null);
    if (noSurveyor || noSeed || ids.length === 0 || working) return;
    setWorking(true);
    const drawn = sample.personIds.length === 0 ? null : {
      seed: typedSeed(seed), size, outOf: sample.outOf.length,
      ...(roles.length > 0 && { roles: [...roles] }), ...(hiredFrom !== null && { hiredFrom }), ...(hiredTo !== null && { hiredTo }),
    };
    const survey: Survey = {
      kind: 'survey', id: newId(), survey: kind, surveyor: surveyor.trim(), heldOn: today, ...(drawn !== null && { drawn }), personIds: ids, recordedAt: now(),
      ...(employedOn !== today && { note: `Drawn from the people at work on ${employedOn}.` }),
    };
    const done = kind === 'mock'
      ? await commit([{ kind: 'add-agency-record', record: survey }], `Began a mock survey by ${survey.surveyor} of ${countOf(ids.length, 'person', 'people')}`, 'survey')
      : await beginSurvey(survey, { agency, takeAlong, medical });
    setWorking(false);
    if (!done.ok) setProblem(commitErrorWords(done.error));
    else navigate(kind === 'mock' ? `/survey/${encodeURIComponent(survey.id)}` : '/survey');
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void begin();
  };
  useKeys('New survey', [{ keys: 'Escape', does: 'Back to the surveys', run: () => navigate('/survey') }]);

  return (
    <form className={styles.split} noValidate onSubmit={submit} aria-label={kind === 'mock' ? 'Mock survey' : 'Hand the screen to a surveyor'}>
      <Slot name="subtitle">{kind === 'mock' ? 'Mock survey' : 'Hand the screen to a surveyor'}</Slot>
      <div className={styles.form}>
        <h2 className={styles.title}>{kind === 'mock' ? 'Begin a mock survey' : 'Hand the screen to a surveyor'}</h2>
        <p className={styles.lead}>
          {kind === 'mock'
            ? 'Look at your own files as an auditor would: some are drawn at random, each is walked through, and what is found gets a plan with dates and owners.'
            : 'The surveyor sees the people below and nobody else, and can change nothing. Every view is written to the log. It takes a passphrase of HR or compliance to leave; neither a restart nor the lock ends it.'}
        </p>
        <TextInput label={kind === 'mock' ? 'Who surveys' : 'Who the surveyor is'} placeholder={kind === 'mock' ? 'Name' : 'Name, organisation'} required value={surveyor} onChange={(event) => setSurveyor(event.currentTarget.value)} error={tried && noSurveyor ? 'Write who surveys. It stands in the log.' : null} data-autofocus />
        <h3 className={styles.section}>Drawn at random</h3>
        <div className={styles.fields}>
          <NumberInput label="How many" min={0} max={500} allowDecimal={false} allowNegative={false} value={size} onChange={(value) => setSize(typeof value === 'number' ? value : 0)} />
          <DateField label="At work on" value={employedOn} today={today} onChange={(date) => setEmployedOn(date ?? today)} />
        </div>
        <MultiSelect label="Only these roles" description="At least one person of each is drawn." placeholder={roles.length === 0 ? 'Every role' : ''} clearable data={held.map((role) => ({ value: role, label: roleWords[role] }))} value={[...roles]} onChange={(next) => setRoles(held.filter((role) => next.includes(role)))} />
        <div className={styles.fields}>
          <DateField label="Hired from" value={hiredFrom} today={today} onChange={setHiredFrom} placeholder="Any day" />
          <DateField label="Hired to" value={hiredTo} today={today} onChange={setHiredTo} placeholder="Any day" />
        </div>
        <div className={styles.seed}>
          <TextInput label="Seed" description="The same seed draws the same people. The surveyor may type one." value={seed} onChange={(event) => setSeed(event.currentTarget.value)} error={noSeed ? 'Type a seed, or draw one.' : null} spellCheck={false} />
          <Button leftSection={<IconArrowsShuffle size={14} stroke={1.6} />} onClick={() => setSeed(freshSeed())}>New seed</Button>
        </div>
        <h3 className={styles.section}>Chosen by name</h3>
        <MultiSelect aria-label="Chosen by name" placeholder={chosen.length === 0 ? 'Nobody' : ''} searchable clearable nothingFoundMessage="Nobody by that name" data={file.people.map(({ id }) => ({ value: id, label: nameOf(id) })).sort((one, other) => (one.label < other.label ? -1 : 1))} value={[...chosen]} onChange={setChosen} />
        {kind === 'outside' && (
          <fieldset className={styles.choices}>
            <legend className={styles.section}>What else they may see and do</legend>
            <Checkbox label="The agency’s licences, accreditation and fidelity reviews" checked={agency} onChange={(event) => setAgency(event.currentTarget.checked)} />
            <Checkbox label="Save and print copies of what is shown" checked={takeAlong} disabled={!can('export')} onChange={(event) => setTakeAlong(event.currentTarget.checked)} />
            <Checkbox label="Open the medical vault of these people" description={can('read-medical') ? 'TB tests, drug screens and other medical records. Otherwise result and date alone.' : 'You have no right to the medical vault yourself.'} checked={medical} disabled={!can('read-medical')} onChange={(event) => setMedical(event.currentTarget.checked)} />
          </fieldset>
        )}
        {problem !== null && <Text role="alert" size="sm" c="var(--act)">{problem}</Text>}
        <div className={styles.buttons}>
          <Button onClick={() => navigate('/survey')}>Cancel</Button>
          <WriteButton variant="filled" loading={working} onClick={() => void begin()}>{kind === 'mock' ? 'Begin the survey' : 'Hand over the screen'}</WriteButton>
        </div>
      </div>
      <aside className={styles.side} aria-label="Sample">
        <Panel title="Sample" aside={countOf(ids.length, 'person', 'people')}>
          <p className={styles.quietLine} aria-live="polite">
            {`${sample.personIds.length} of ${countOf(sample.outOf.length, 'person', 'people')} drawn`}
            {sample.uncovered.length > 0 && `. Nobody drawn is ${sample.uncovered.map((role) => roleWords[role]).join(', ')}`}
            {extra.length > 0 && `, ${extra.length} chosen by name`}.
          </p>
          <ol className={styles.sample}>
            {ids.map((id) => {
              const person = people.get(id);
              const employment = person === undefined ? null : employmentOn(person, employedOn);
              return (
                <li key={id}>
                  <b>{nameOf(id)}</b>
                  <span className={styles.quiet}>{employment === null ? 'no employment' : roleNames(employment, employedOn).join(', ')}</span>
                  <span className={styles.quiet}>{employment?.hiredOn === undefined ? '' : `hired ${dateWords(employment.hiredOn)} · ${distanceWords(employment.hiredOn, today)}`}</span>
                  {extra.includes(id) && <span className={styles.quiet}>chosen by name</span>}
                </li>
              );
            })}
          </ol>
        </Panel>
        {why.length > 0 && (
          <Panel title="Not drawn from" aside={countOf(sample.others.length, 'person', 'people')}>
            <ul className={styles.why}>
              {why.map(([each, count]) => <li key={each}>{`${count} ${whyNotWords[each]}`}</li>)}
            </ul>
          </Panel>
        )}
      </aside>
    </form>
  );
}
