import { Checkbox, FileInput, ScrollArea, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { websiteChecks, websiteChecksWords, websiteErrorWords } from '../../../../shared/agenda/exclusions/website-checks.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import { exclusionLists, exclusionListWords, type ExclusionList } from '../../../../shared/model/exclusion.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { useFileDocument } from '../../../session/use-file-document.ts';
import { useRecord } from '../../../session/use-record.ts';
import { useSession } from '../../../session/session.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Searched } from './run-plan.ts';
import styles from './run.module.css';

/** A search made by hand on a list's web site: one day, many people, one proof for all; those who were found are told apart. */
export function WebsiteDialog({ list: first, subjects, onClose }: {
  readonly list: ExclusionList;
  /** Everybody who may be searched, with the lists they owe. */
  readonly subjects: readonly Searched[];
  readonly onClose: () => void;
}) {
  const { file, today, newId, now } = useSession();
  const [list, setList] = useState<ExclusionList>(first);
  const owing = (of: ExclusionList): ReadonlySet<string> => new Set(subjects.filter(({ lists }) => lists.includes(of)).map(({ id }) => id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => owing(first));
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  const [checkedOn, setCheckedOn] = useState<CivilDate | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [proof, setProof] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const record = useRecord();
  const fileDocument = useFileDocument();
  const shown = useMemo(() => [...subjects].sort((one, other) => Number(other.lists.includes(list)) - Number(one.lists.includes(list))), [subjects, list]);
  const count = chosen.size;

  const problem = ((): string | null => {
    if (unread !== null) return `Searched on: ${unread}`;
    if (checkedOn === null) return 'Searched on: type a date, such as 3/2/26.';
    if (checkedOn > today) return 'Searched on: this day has not come yet.';
    return count === 0 ? 'Tick who was searched.' : proof === null ? websiteErrorWords({ code: 'proof-missing' }) : null;
  })();

  const submit = async (): Promise<string | null> => {
    setTried(true);
    if (problem !== null || checkedOn === null) return `Not recorded yet. ${problem ?? ''}`;
    const filed = await fileDocument(proof, 'exclusion');
    if (!filed.ok) return filed.error;
    const [document] = filed.value.documents;
    const planned = websiteChecks(file, {
      subjects: subjects.filter(({ id }) => chosen.has(id)).map(({ key }) => key), list, on: checkedOn, today, proof: document === undefined ? null : { onFile: document }, newId, now: now(),
    });
    if (!planned.ok) return websiteErrorWords(planned.error);
    const isFound = (about: { readonly personId?: string; readonly vendorId?: string }): boolean => subjects.some(({ id, key }) => found.has(id) && ('personId' in key ? about.personId === key.personId : about.vendorId === key.vendorId));
    const checks = planned.value.map((change): Change => (change.kind === 'add-check' && isFound(change.check) ? { kind: 'add-check', check: { ...change.check, outcome: 'possible' } } : change));
    const what = `${websiteChecksWords(list, count)} on ${dateWords(checkedOn)}${found.size === 0 ? '' : `, ${found.size} found`}${note.trim() === '' ? '' : `. ${note.trim()}`}`;
    const failed = await record([...filed.value.changes, ...checks], what, `${countOf(count, 'check')} recorded.`);
    if (failed === null) onClose();
    return failed;
  };
  const toggle = (set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> => {
    const next = new Set(set);
    if (on) next.add(id);
    else next.delete(id);
    return next;
  };

  return (
    <FormDialog title="Record a web-site search" confirmLabel={count === 0 ? 'Record' : `Record ${countOf(count, 'check')}`} size={640} onSubmit={submit} onClose={onClose}>
      <Stack gap="sm">
        <div className={styles.pair}>
          <Select
            label="List"
            allowDeselect={false}
            value={list}
            data={exclusionLists.map((each) => ({ value: each, label: exclusionListWords[each].long }))}
            onChange={(value) => {
              const next = exclusionLists.find((each) => each === value) ?? list;
              setList(next);
              setChosen(owing(next));
              setFound(new Set());
            }}
          />
          <DateField label="Searched on" required past today={today} value={checkedOn} onChange={setCheckedOn} onProblem={setUnread} error={tried && checkedOn === null ? 'Type a date.' : null} data-autofocus />
        </div>
        <fieldset className={styles.who}>
          <legend>Who was searched, under every recorded name</legend>
          <div className={styles.whoHead}>
            <Checkbox
              label={`All ${subjects.length}`}
              checked={count > 0 && count === subjects.length}
              indeterminate={count > 0 && count < subjects.length}
              onChange={(event) => {
                setChosen(event.currentTarget.checked ? new Set(subjects.map(({ id }) => id)) : new Set());
                setFound(new Set());
              }}
            />
            <span>The site showed an entry</span>
          </div>
          <ScrollArea.Autosize mah={240} type="auto">
            {shown.map((subject) => (
              <div key={subject.id} className={styles.whoRow}>
                <Checkbox
                  label={subject.lists.includes(list) ? subject.name : `${subject.name} · not asked for on this list`}
                  description={subject.names.length > 1 ? subject.names.slice(1).join(', ') : undefined}
                  checked={chosen.has(subject.id)}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    setChosen((old) => toggle(old, subject.id, checked));
                    if (!checked) setFound((old) => toggle(old, subject.id, false));
                  }}
                />
                <Checkbox
                  aria-label={`The site showed an entry for ${subject.name}`}
                  checked={found.has(subject.id)}
                  disabled={!chosen.has(subject.id)}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    setFound((old) => toggle(old, subject.id, checked));
                  }}
                />
              </div>
            ))}
          </ScrollArea.Autosize>
        </fieldset>
        {found.size > 0 && <p className={styles.fine}>{`${countOf(found.size, 'entry', 'entries')} found: recorded as ${found.size === 1 ? 'a possible match' : 'possible matches'}, to be decided under Possible matches.`}</p>}
        <FileInput label="Proof, one for all" description="The saved page or a scan of it." required error={tried && proof === null ? 'Choose the saved page.' : null} placeholder="Choose a file" clearable clearButtonProps={{ 'aria-label': 'Take the file away' }} value={proof} onChange={setProof} />
        <TextInput label="Note" description="Optional, goes into the log." value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Stack>
    </FormDialog>
  );
}
