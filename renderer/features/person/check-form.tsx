import { Checkbox, FileInput, Group, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { DocRef } from '../../../shared/model/document.ts';
import {
  checkOutcomes, decisionVerdicts, exclusionLists, exclusionListWords, type CheckOutcome, type DecisionVerdict, type ExclusionCheck, type ExclusionList,
} from '../../../shared/model/exclusion.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { dateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useFileDocument } from '../../session/use-file-document.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { PersonView } from './person-view.ts';
import { StandingPreview } from '../../session/standing-preview.tsx';
import { useUnreadDates } from '../../ui/use-unread-dates.ts';
import { useRecord } from '../../session/use-record.ts';
import styles from './forms.module.css';

const outcomeWords: Readonly<Record<CheckOutcome, string>> = {
  clear: 'Clear: no match',
  possible: 'Possible match, to be decided',
  confirmed: 'Confirmed: this is the person',
  unable: 'The search could not be made',
};

/** The lists this person's requirements ask for come first; the others can be recorded as well. */
function listsFor(view: PersonView): readonly ExclusionList[] {
  const asked = new Set(view.rows.flatMap((row) => row.standing.account.parts.map((part) => part.part)));
  return [...exclusionLists].sort((one, other) => Number(asked.has(other)) - Number(asked.has(one)));
}

/** Records a search made by hand on a list's web site: which list, when, under which names, and what came out. */
export function CheckForm({ view, onClose }: { readonly view: PersonView; readonly onClose: () => void }) {
  const { today, newId, now } = useSession();
  const lists = listsFor(view);
  const allNames = [...new Set(view.person.names.map(fullName))];
  const [list, setList] = useState<ExclusionList>(lists[0] ?? 'oig-leie');
  const [checkedOn, setCheckedOn] = useState<CivilDate | null>(null);
  const [outcome, setOutcome] = useState<CheckOutcome | null>(null);
  const [names, setNames] = useState<readonly string[]>(allNames);
  const [print, setPrint] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const unread = useUnreadDates();
  const record = useRecord();
  const fileDocument = useFileDocument();
  const person = fullName(shownName(view.person));

  const check = (id: string, documents: readonly DocRef[]): ExclusionCheck | null =>
    checkedOn === null || outcome === null ? null : {
      id, personId: view.person.id, list, checkedOn, method: 'website', namesSearched: [...names], outcome,
      ...(documents.length > 0 ? { documents } : {}), recordedAt: now(),
    };
  const previewed = useMemo((): readonly Change[] => {
    if (checkedOn === null || outcome === null) return [];
    return [{ kind: 'add-check', check: { id: 'preview', personId: view.person.id, list, checkedOn, method: 'website', outcome, recordedAt: now() } }];
  }, [view.person.id, list, checkedOn, outcome, now]);

  const problem = ((): string | null => {
    if (unread.problem !== null) return unread.problem;
    if (checkedOn === null) return 'Checked on: type a date, such as 3/2/26.';
    if (checkedOn > today) return 'Checked on: this day has not come yet.';
    if (outcome === null) return 'Choose what the search said.';
    return names.length === 0 ? 'Tick the names that were searched; a search of no name proves nothing.' : null;
  })();

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (problem !== null) return `Not recorded yet: ${problem}`;
    const filed = await fileDocument(print, 'exclusion');
    if (!filed.ok) return filed.error;
    const made = check(newId(), filed.value.documents);
    if (made === null) return 'Not recorded yet: the date or the outcome is missing.';
    const failed = await record([...filed.value.changes, { kind: 'add-check', check: made }], `Recorded: ${exclusionListWords[list].short} check, ${person}`, `${exclusionListWords[list].short} check recorded.`);
    if (failed === null) onClose();
    return failed;
  };

  return (
    <FormDialog title="Record a web-site check" confirmLabel="Record check" size={560} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <Select
            label="List"
            allowDeselect={false}
            value={list}
            data={lists.map((each) => ({ value: each, label: exclusionListWords[each].long }))}
            onChange={(value) => setList(exclusionLists.find((each) => each === value) ?? list)}
          />
          <DateField eager label="Checked on" required today={today} value={checkedOn} onChange={setCheckedOn} onProblem={unread.of('checkedOn')} error={tried && checkedOn === null ? 'Type a date.' : null} data-autofocus />
        </div>
        <Checkbox.Group size="xs" label="Names searched" description="A name not searched is a name not checked." value={[...names]} onChange={setNames}>
          <Group gap="md" mt={4}>{allNames.map((name) => <Checkbox key={name} value={name} label={name} />)}</Group>
        </Checkbox.Group>
        <Radio.Group size="xs" label="Outcome" value={outcome} onChange={(value) => setOutcome(checkOutcomes.find((each) => each === value) ?? null)} error={tried && outcome === null ? 'Choose what the search said.' : null}>
          <Stack gap={10} mt={6}>{checkOutcomes.map((each) => <Radio key={each} value={each} label={outcomeWords[each]} />)}</Stack>
        </Radio.Group>
        <FileInput label="Print or screenshot" description="Without one the check counts, but its proof is missing." placeholder="Choose a file" clearable clearButtonProps={{ 'aria-label': 'Take the file away' }} value={print} onChange={setPrint} />
        <StandingPreview view={view} changes={previewed} requirement={null} />
      </Stack>
    </FormDialog>
  );
}

const verdictWords: Readonly<Record<DecisionVerdict, string>> = {
  'not-the-person': 'Not this person',
  'the-person': 'This is the person. Stop work',
  unable: 'Cannot be decided from what is known',
};

/** Records what a person decided about a possible match, and why. Nothing is preselected. */
export function DecisionForm({ view, check, onClose }: { readonly view: PersonView; readonly check: ExclusionCheck; readonly onClose: () => void }) {
  const { today, newId, now } = useSession();
  const [verdict, setVerdict] = useState<DecisionVerdict | null>(null);
  const [reason, setReason] = useState('');
  const [ssnVerified, setSsnVerified] = useState(false);
  const [tried, setTried] = useState(false);
  const record = useRecord();
  const name = exclusionListWords[check.list].short;
  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (verdict === null || reason.trim() === '') return 'Not recorded yet: choose a verdict and write the reason.';
    const decision = {
      id: newId(), personId: view.person.id, list: check.list, checkId: check.id, verdict, decidedOn: today, reason: reason.trim(), ...(ssnVerified ? { ssnVerified } : {}), recordedAt: now(),
    };
    const failed = await record([{ kind: 'add-decision', decision }], `Decided: ${name} match, ${fullName(shownName(view.person))}`, 'Decision recorded.');
    if (failed === null) onClose();
    return failed;
  };
  return (
    <FormDialog title={`Possible match, ${name}, ${dateWords(check.checkedOn)}`} confirmLabel="Record decision" onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <Radio.Group size="xs" label="Verdict" value={verdict} onChange={(value) => setVerdict(decisionVerdicts.find((each) => each === value) ?? null)} error={tried && verdict === null ? 'Choose one.' : null}>
          <Stack gap={10} mt={6}>{decisionVerdicts.map((each) => <Radio key={each} value={each} label={verdictWords[each]} />)}</Stack>
        </Radio.Group>
        <Checkbox label="Verified by social security number on the list's web site" checked={ssnVerified} onChange={(event) => setSsnVerified(event.currentTarget.checked)} />
        <Textarea label="Reason" required autosize minRows={3} value={reason} error={tried && reason.trim() === '' ? 'Write what the decision rests on.' : null} onChange={(event) => setReason(event.currentTarget.value)} />
      </Stack>
    </FormDialog>
  );
}
