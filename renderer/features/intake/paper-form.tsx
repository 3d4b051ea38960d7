import { Button, Select, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { employmentOn } from '../../../shared/agenda/employment.ts';
import { draftProblems, emptyDraft, type EvidenceDraft } from '../../../shared/agenda/evidence-draft.ts';
import { compareNames } from '../../../shared/agenda/people-list.ts';
import { pagesOf, pagesText } from '../../../shared/documents/page-ranges.ts';
import { paperWords } from '../../../shared/intake/kinds.ts';
import { draftOf, isMedicalPaper, type QueueLine } from '../../../shared/intake/waiting.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { fullName, listName, shownName, type Person } from '../../../shared/model/person.ts';
import { StandingPreview } from '../../session/standing-preview.tsx';
import { useSession } from '../../session/session.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { EvidenceFields, Why } from './evidence-fields.tsx';
import { paperChoices, paperChosen, paperKey } from './paper-choices.ts';
import { filingChanges, type Confirmed } from './use-filing.ts';
import styles from './intake.module.css';

/** Everybody by family name, those the paper names first. */
function personOptions(people: readonly Person[], candidates: readonly string[]) {
  const option = (person: Person) => ({ value: person.id, label: listName(shownName(person)) });
  const sorted = people.map(option).sort((one, other) => compareNames(one.label, other.label));
  const found = candidates.flatMap((id) => sorted.find(({ value }) => value === id) ?? []);
  return found.length === 0 ? sorted : [{ group: 'Found in this paper', items: found }, { group: 'Everybody', items: sorted.filter(({ value }) => !candidates.includes(value)) }];
}

const pagesPattern = /^\d+(-\d+)?(,\d+(-\d+)?)*$/;

/** What a paper is to be filed as: filled with what was read, each with its reason; a person changes it and confirms. */
export function PaperForm({ line, confirm, onSkip, onDiscard }: {
  readonly line: QueueLine;
  /** Files it; answers the sentence that says why not, or null. */
  readonly confirm: (confirmed: Confirmed, what: string, said: string) => Promise<string | null>;
  readonly onSkip: () => void;
  readonly onDiscard: () => void;
}) {
  const { file, today, can, standingsOf, requirementTitle, now } = useSession();
  const { file: waiting, item } = line;
  const { proposal } = item;
  const [personId, setPersonId] = useState(proposal.person.personId);
  const [paper, setPaper] = useState(proposal.kind.paper);
  const [draft, setDraft] = useState<EvidenceDraft>(() => draftOf(proposal, proposal.kind.paper?.kind ?? 'other'));
  const [pages, setPages] = useState(item.pages ?? '');
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const unread = useUnreadDates();

  const { people: roster } = file;
  const { candidates } = proposal.person;
  const person = roster.find(({ id }) => id === personId);
  const problems = paper === null ? [] : draftProblems({ ...draft, kind: paper.kind }, today);
  const range = pages.trim() === '' ? undefined : pages.replace(/\s/gu, '');
  const pagesProblem = range === undefined ? null
    : !pagesPattern.test(range) || pagesOf(range, waiting.pages).length === 0 ? `Write pages from 1 to ${waiting.pages}, such as 3-5 or 1,4-6.` : null;
  const medical = paper !== null && isMedicalPaper(paper.kind, paper.apart);
  const noRight = medical && !can('read-medical');
  const chosenPages = range === undefined || pagesProblem !== null || pagesOf(range, waiting.pages).length === waiting.pages ? undefined : pagesText(pagesOf(range, waiting.pages));

  const options = useMemo(() => personOptions(roster, candidates), [roster, candidates]);

  const employment = person === undefined ? null : employmentOn(person, today);
  const view = useMemo(() => person === undefined ? null : {
    person, employment,
    rows: standingsOf(person.id).filter((each) => each.status !== 'not-applicable' && (employment === null || each.employmentId === undefined || each.employmentId === employment.id)).map((standing) => ({ standing, title: requirementTitle(standing.requirement) })),
  }, [person, employment, standingsOf, requirementTitle]);
  const deferred = useDeferredValue(draft);
  const preview = useMemo((): readonly Change[] => {
    if (personId === null || paper === null || (deferred.dates.performedOn === undefined && deferred.dates.expiresOn === undefined)) return [];
    return filingChanges(file, waiting, { personId, paper, draft: deferred, pages: chosenPages }, { evidenceId: 'preview', recordedAt: now() }).changes;
  }, [personId, paper, deferred, file, waiting, chosenPages, now]);

  const missing = (): string | null =>
    person === undefined ? 'choose whose it is.' : paper === null ? 'choose what it is.' : (unread.problem ?? problems[0]?.message ?? pagesProblem);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (working) return;
    const why = missing();
    setFailed(why === null ? null : `Not filed yet: ${why}`);
    if (why !== null || person === undefined || paper === null) return;
    setWorking(true);
    const name = fullName(shownName(person));
    const what = `${paperWords(paper)}, ${name}`;
    const refused = await confirm({ personId: person.id, paper, draft: { ...draft, kind: paper.kind }, pages: chosenPages }, `Filed from the intake desk: ${what}`, `Filed: ${what}.`);
    setWorking(false);
    if (refused !== null) setFailed(refused);
  };
  // Enter in a field sends the form by itself, and on a button presses it: only Ctrl+Enter acts everywhere.
  useKeys('This paper', [{ keys: 'Ctrl+Enter', does: 'File it and go on, from anywhere', inFields: true, run: () => void submit() }]);

  return (
    <form
      data-paper={item.id}
      className={styles.form}
      aria-label="What this paper is"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {/* Above the fields: notices come up at the foot of the screen. The hidden one lets Enter in a field send the form. */}
      <input type="submit" hidden />
      <div className={styles.deeds}>
        <div className={styles.buttons}>
          <WriteButton data-file-it variant="filled" shortcut="Enter" loading={working} disabled={noRight} onClick={() => void submit()}>File it</WriteButton>
          <Button onClick={onSkip}>{item.skipped === true ? 'Put back' : 'Skip'}</Button>
          <Button variant="subtle" color="gray" onClick={onDiscard}>Discard</Button>
        </div>
        {noRight && <p className={styles.noRight}>A medical record, which you have no right to file. Leave it here for a colleague who has the medical right.</p>}
        {failed !== null && <p className={styles.failed} role="alert">{failed}</p>}
      </div>
      <div className={styles.fields}>
        <div>
          <Select label="Whose" required searchable limit={60} placeholder="Choose the person" nothingFoundMessage="Nobody by this name" value={personId} data={options} onChange={setPersonId} error={tried && person === undefined ? 'Choose whose it is.' : undefined} />
          <Why confidence={proposal.person.confidence} why={proposal.person.why} />
        </div>
        <div>
          <Select
            label="What"
            required
            searchable
            placeholder="Choose the kind"
            nothingFoundMessage="No kind by this name"
            value={paper === null ? null : paperKey(paper)}
            data={paperChoices}
            error={tried && paper === null ? 'Choose what it is.' : undefined}
            onChange={(key) => {
              const next = paperChosen(key);
              setPaper(next);
              // What was typed or read for another kind is not carried over, but the days are the paper's own.
              if (next !== null) setDraft(next.kind === proposal.kind.paper?.kind ? draftOf(proposal, next.kind) : { ...emptyDraft(next.kind), dates: draft.dates, category: next.category ?? '' });
            }}
          />
          <Why confidence={proposal.kind.confidence} why={proposal.kind.why} />
          {paper !== null && <p className={styles.why}>{medical ? <b data-sure="likely">Goes to the medical vault by itself.</b> : paper.apart !== null ? <b data-sure="likely">Kept apart from the personnel file, and out of binders.</b> : null}</p>}
        </div>
        {paper !== null && (
          <EvidenceFields
            draft={{ ...draft, kind: paper.kind }}
            proposal={paper.kind === proposal.kind.paper?.kind ? proposal : null}
            problems={tried ? problems : []}
            unread={unread.of}
            set={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
        )}
        {waiting.pages > 1 && <TextInput label="Pages" placeholder={`All ${waiting.pages}`} description="Such as 3-5. A page may belong to several papers, or to none." value={pages} error={tried ? pagesProblem : undefined} onChange={(event) => setPages(event.currentTarget.value)} />}
        {view !== null && paper !== null && <StandingPreview view={view} changes={preview} requirement={null} />}
      </div>
    </form>
  );
}
