import { Button, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useMemo, useState, type ReactNode } from 'react';
import { monthsUpTo } from '../../../../shared/agenda/exclusions/coverage.ts';
import { employedOn, employedOnTable, type EmployedOn as Answer, type EmployedRow } from '../../../../shared/agenda/exclusions/employed-on.ts';
import { keyText } from '../../../../shared/agenda/exclusions/subject.ts';
import { monthOf, type CivilDate, type CivilMonth } from '../../../../shared/civil-date.ts';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { roleWords } from '../../../../shared/model/person.ts';
import { lookOf, type StatusLook } from '../../../../shared/status-look.ts';
import { countOf, dateWords, longMonthWords } from '../../../../shared/wording.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import { useTakeAway } from '../../../session/use-take-away.ts';
import type { DataColumn } from '../../../ui/data-table/columns.ts';
import { DataTable } from '../../../ui/data-table/data-table.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { navigate, pathOf } from '../../../ui/navigate.ts';
import { Slot } from '../../../ui/slots.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import styles from './coverage.module.css';

type CheckStatus = EmployedRow['checks'][number]['status'];
const looks: Readonly<Record<CheckStatus, StatusLook>> = {
  met: lookOf('met'), review: lookOf('review'), fail: lookOf('fail'), gap: lookOf('gap'), 'due-soon': lookOf('due-soon'), 'not-yet-due': lookOf('not-yet-due'), 'not-required': lookOf('not-applicable'),
};

function columnsOf({ lists }: Answer): readonly DataColumn<EmployedRow>[] {
  return [
    { id: 'name', title: 'Name', text: (row) => row.subject.listName, width: 190 },
    { id: 'role', title: 'Role', text: (row) => (row.subject.vendor === null ? row.roles.map((role) => roleWords[role]).join(', ') : `Company, ${row.subject.vendor.kind}`), width: 190 },
    { id: 'from', title: 'From', text: (row) => dateWords(row.from), sortBy: (row) => row.from, width: 112 },
    { id: 'to', title: 'Last day', text: (row) => (row.to === null ? '' : dateWords(row.to)), sortBy: (row) => row.to, width: 112 },
    ...lists.map((list, at): DataColumn<EmployedRow> => ({
      id: list,
      title: exclusionListWords[list].short,
      text: (row) => {
        const check = row.checks[at];
        if (row.notRequired !== null) return row.notRequired.words;
        return check === undefined ? '' : check.check === null ? check.outcome : `${dateWords(check.check.checkedOn)} · ${check.outcome}`;
      },
      sortBy: (row) => row.checks[at]?.check?.checkedOn ?? null,
      cell: (row) => {
        const check = row.checks[at];
        if (row.notRequired !== null) return at > 0 ? '' : <span title={row.notRequired.words}><StatusMark {...looks['not-required']} text={row.notRequired.words} /></span>;
        return check === undefined ? '' : <StatusMark {...looks[check.status]} text={check.check === null ? check.outcome : `${dateWords(check.check.checkedOn)} · ${check.outcome}`} />;
      },
      width: 190,
    })),
  ];
}

/** "Who was employed on D, and was everyone screened in M?", answered in a sentence, a table, and a file to hand over. */
export function EmployedOn({ choice }: { readonly choice: ReactNode }) {
  const { file, evaluation, asOf, today } = useSession();
  const { saveTable } = useTakeAway();
  const [on, setOn] = useState<CivilDate>(asOf);
  const [month, setMonth] = useState<CivilMonth>(monthOf(asOf));
  const answer = useMemo(() => employedOn(file, evaluation, { on, month }), [file, evaluation, on, month]);
  const columns = useMemo(() => columnsOf(answer), [answer]);
  const months = useMemo(() => [...monthsUpTo(asOf, 60)].reverse(), [asOf]);
  const asked = answer.screened + answer.notScreened;

  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const saved = await saveTable(employedOnTable(answer), format, `${file.agency.name} employed ${on} screened ${month}`, `who was employed on ${dateWords(on)} and searched in ${longMonthWords(month)}`);
    if (!saved.ok) notifications.show({ color: 'red', title: 'The table was not saved', message: `${failureWords(saved.error)} Your records are unchanged.`, autoClose: false });
    else if (saved.value !== null) notifications.show({ message: `Saved ${saved.value.name}` });
  };

  return (
    <>
      <div className={styles.bar}>
        {choice}
        <div className={styles.ask}>
          <span>Employed on</span>
          <DateField className={styles.day} aria-label="Employed on" today={today} value={on} onChange={(date) => { if (date !== null) setOn(date); }} />
          <span>and searched in</span>
          <Select
            className={styles.day}
            aria-label="Searched in"
            allowDeselect={false}
            searchable
            value={month}
            data={months.map((each) => ({ value: each, label: longMonthWords(each) }))}
            onChange={(value) => setMonth(months.find((each) => each === value) ?? month)}
          />
        </div>
        <Button ml="auto" leftSection={<IconDownload size={14} stroke={1.6} />} onClick={() => void save('csv')}>CSV</Button>
        <Button leftSection={<IconDownload size={14} stroke={1.6} />} onClick={() => void save('xlsx')}>Excel workbook</Button>
      </div>
      <p className={styles.answer} role="status">
        {answer.rows.length === 0 ? `Nobody was employed on ${dateWords(on)}.` : (
          <>
            <b>{countOf(answer.rows.length, 'person or company', 'people and companies')}</b>{` on ${dateWords(on)}. `}
            {asked === 0
              ? `No search was required of them in ${longMonthWords(month)}.`
              : answer.notScreened === 0
                ? <>In {longMonthWords(month)} <b>everyone</b>{` of the ${asked} who owed it was searched on every list.`}</>
                : <>In {longMonthWords(month)} <b>{`${answer.screened} of ${asked}`}</b>{` who owed it were searched on every list; `}<b>{answer.notScreened}</b>{' were not.'}</>}
          </>
        )}
      </p>
      <DataTable
        className={styles.table}
        key={answer.lists.join(' ')}
        label={`Employed on ${dateWords(on)}, searched in ${longMonthWords(month)}`}
        columns={columns}
        rows={answer.rows}
        rowKey={(row) => `${keyText(row.subject.key)} ${row.employment?.id ?? ''}`}
        onOpen={(row) => {
          if (row.subject.person !== null) navigate(`${pathOf('people', row.subject.person.id)}?tab=checks`);
        }}
        empty="Nobody."
      />
      <Slot name="footer">{`${countOf(answer.rows.length, 'row')} · ${answer.screened} searched, ${answer.notScreened} not`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> person <Kbd>?</Kbd> all keys</Slot>
    </>
  );
}
