import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { filteredLog, logTeller, wholeLog, writersOf, type LogFilter, type LogLine } from '../../../shared/agenda/log-lines.ts';
import { writeLogFile } from '../../../shared/audit/log-file.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { fileNameOf } from '../../../shared/export-table.ts';
import { countOf } from '../../../shared/wording.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { logColumns, logTable } from './log-columns.tsx';
import { LogToolbar } from './log-toolbar.tsx';
import styles from './log.module.css';
import type { Period } from './period.ts';
import { useVerification } from './use-verification.ts';
import { VerificationPanel } from './verification-panel.tsx';

const newestFirst = { id: 'seq', desc: true } as const;
const keyOf = (line: LogLine): string => String(line.seq);

/** Who did what, when and why: every entry of the log, the records it changed, and the proof that none was altered. */
export function LogPage() {
  const { file, today, now } = useSession();
  const { saveFile, saveTable } = useTakeAway();
  const { query } = useRoute();
  const timeZone = file.agency.timeZone ?? defaultTimeZone;
  const tell = useMemo(() => logTeller(timeZone), [timeZone]);
  const lines = useMemo(() => tell(file.audit ?? []), [tell, file.audit]);
  const [filter, setFilter] = useState<LogFilter>(wholeLog);
  const [period, setPeriod] = useState<Period>('all');
  const settled = useDeferredValue(filter);
  const shown = useMemo(() => filteredLog(lines, settled, file), [lines, settled, file]);
  const columns = useMemo(() => logColumns(today), [today]);
  const writers = useMemo(() => writersOf(lines), [lines]);
  const people = useMemo(() => file.people.map((person) => ({ value: person.id, label: fullName(shownName(person)) })), [file.people]);
  const { verifying, verify, dismiss } = useVerification();
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const asked = Number(query.get('entry'));
  const selected = lines.find(({ seq }) => seq === asked) ?? null;

  const show = (seq: number): void => navigate(`/log?entry=${seq}`, 'replace');
  const close = (): void => {
    navigate('/log', 'replace');
    page.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  };
  const step = (by: number): void => {
    const ordered = [...shown].sort((one, other) => one.seq - other.seq);
    const at = ordered.findIndex(({ seq }) => seq === selected?.seq);
    const next = ordered[at + by];
    if (at !== -1 && next !== undefined) show(next.seq);
  };
  const clear = (): void => {
    setFilter(wholeLog);
    setPeriod('all');
  };
  const narrowed = filter !== wholeLog && JSON.stringify(filter) !== JSON.stringify(wholeLog);
  const start = (): void => {
    navigate('/log', 'replace');
    verify();
  };
  const take = async (format: 'csv' | 'xlsx' | 'json'): Promise<void> => {
    const name = `${file.agency.name} log ${today}`;
    const saved = format === 'json'
      ? await saveFile({ suggestedName: `${fileNameOf(name)}.json`, filters: [{ name: 'Log of Muster', extensions: ['json'] }], bytes: new TextEncoder().encode(writeLogFile({ agency: file.agency.name, exportedAt: now(), entries: file.audit ?? [] })) }, `the whole log, ${countOf(lines.length, 'entry', 'entries')}, as JSON`)
      : await saveTable(logTable([...shown].sort((one, other) => one.seq - other.seq)), format, name, `${countOf(shown.length, 'entry', 'entries')} of the log`);
    if (!saved.ok) notifications.show({ color: 'red', title: 'The log was not exported', message: `${failureWords(saved.error)} The log is unchanged.`, autoClose: false });
    else if (saved.value !== null) notifications.show({ message: `Saved ${saved.value.name}` });
  };

  useKeys('Log', [
    { keys: '/', does: 'Filter the log', run: () => field.current?.focus() },
    { keys: 'V', does: 'Verify the log', run: start },
    { keys: 'Escape', does: 'Close the panel, or clear the filters', inFields: true, run: () => {
      if (selected !== null) close();
      else if (verifying.state !== 'idle') dismiss();
      else clear();
    } },
  ]);

  return (
    <div ref={page} className={styles.page}>
      <LogToolbar
        filter={filter}
        period={period}
        today={today}
        writers={writers}
        people={people}
        field={field}
        narrowed={narrowed}
        onFilter={(change) => setFilter((old) => ({ ...old, ...change }))}
        onPeriod={setPeriod}
        onClear={clear}
        onDown={() => page.current?.querySelector<HTMLElement>('[data-place="1:0"]')?.focus()}
        onVerify={start}
        onExport={(format) => void take(format)}
      />
      <div className={styles.body}>
        <DataTable
          label="Log"
          className={styles.table}
          columns={columns}
          rows={shown}
          rowKey={keyOf}
          sort={newestFirst}
          openOnClick
          selectedKey={selected === null ? null : keyOf(selected)}
          onOpen={(line) => show(line.seq)}
          onFocusRow={(line) => {
            if (selected !== null) show(line.seq);
          }}
          onExport={() => void take('csv')}
          empty={lines.length === 0 ? <EmptyState>Nothing was recorded yet. Whatever is done from now on is written here.</EmptyState> : <EmptyState action={<Button onClick={clear}>Clear filters</Button>}>No entry matches.</EmptyState>}
        />
        {selected !== null && <EntryPanel line={selected} onStep={step} onShow={show} onClose={close} />}
        {selected === null && verifying.state !== 'idle' && <VerificationPanel verifying={verifying} onShow={show} onClose={dismiss} />}
      </div>
      <Slot name="footer">{shown.length === lines.length ? countOf(lines.length, 'entry', 'entries') : `${shown.length} of ${countOf(lines.length, 'entry', 'entries')}`}</Slot>
      <Slot name="keys"><Kbd>Enter</Kbd> <span>open</span> <Kbd>V</Kbd> <span>verify</span> <Kbd>Ctrl</Kbd><Kbd>E</Kbd> <span>export</span></Slot>
    </div>
  );
}
