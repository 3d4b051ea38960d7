import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { hireChecklist, hireTable, openLines } from '../../../../shared/agenda/planner/hire-table.ts';
import { fromDay, plusDays, toDay } from '../../../../shared/civil-date.ts';
import { fullName, roleWords, shownName } from '../../../../shared/model/person.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { copyText } from '../../../ui/exporters.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { navigate, pathOf, useRoute } from '../../../ui/navigate.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Slot } from '../../../ui/slots.tsx';
import { useSavePlan } from '../take-away.ts';
import { Assumptions, HireAnswer, ToDo } from './hire-answer.tsx';
import { HireForm } from './hire-form.tsx';
import { HireLines } from './hire-lines.tsx';
import { useHire } from './use-hire.ts';
import styles from './hire.module.css';

/** A hire date tried out: what would be too old or missing, the earliest compliant start, what to order until when. */
export function HireTab() {
  const { file, today } = useSession();
  const asked = useRoute().query.get('person');
  const hire = useHire();
  const [exporting, setExporting] = useState(false);
  const savePlan = useSavePlan();
  const { plan, person, setHireOn } = hire;
  const who = person === null ? `New ${roleWords[hire.draft.role]}` : fullName(shownName(person));
  const move = (days: number): void => {
    const next = fromDay(plusDays(toDay(plan.hireOn), days));
    setHireOn(next < today ? today : next);
  };
  const copy = async (): Promise<void> => {
    const copied = await copyText(hireChecklist(plan, who));
    notifications.show({ message: copied ? 'The checklist is copied. Paste it into a message or a document.' : 'The system did not let Muster use the clipboard.' });
  };
  const save = (format: 'csv' | 'xlsx'): void => savePlan(hireTable(plan), format, `${file.agency.name} hire plan ${who} ${plan.hireOn}`, `the hire plan of ${who} for ${dateWords(plan.hireOn)}`);
  useKeys('Hire', [
    { keys: 'ArrowRight', does: 'Hire a day later', run: () => move(1) },
    { keys: 'ArrowLeft', does: 'Hire a day earlier', run: () => move(-1) },
    { keys: 'Shift+ArrowRight', does: 'Hire a week later', run: () => move(7) },
    { keys: 'Shift+ArrowLeft', does: 'Hire a week earlier', run: () => move(-7) },
    { keys: 'Ctrl+E', does: 'Export the plan', inFields: true, run: () => setExporting(true) },
    ...(asked === null ? [] : [{ keys: 'Escape', does: 'Back to the person', run: () => navigate(pathOf('people', asked)) }]),
  ]);
  return (
    <div className={styles.page}>
      <aside className={styles.side} aria-label="The hire"><HireForm hire={hire} /></aside>
      <div className={styles.main}>
        <HireAnswer plan={plan} onHireOn={setHireOn} />
        <Panel title="Windows" aside="Grey: the days accepted for this hire. Dot: done. Dotted: hire. Blue: today."><div className={styles.scroll}><HireLines plan={plan} onHireOn={setHireOn} /></div></Panel>
        <Panel
          title="What to order and to do before the start"
          aside={(
            <span className={styles.actions}>
              <Button size="compact-xs" leftSection={<IconCopy size={14} stroke={1.6} />} onClick={() => void copy()}>Copy checklist</Button>
              <Menu position="bottom-end" opened={exporting} onChange={setExporting}>
                <Menu.Target><Button size="compact-xs" leftSection={<IconDownload size={14} stroke={1.6} />} rightSection={<Kbd>Ctrl E</Kbd>}>Export</Button></Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => save('xlsx')}>Excel workbook (XLSX)</Menu.Item>
                  <Menu.Item onClick={() => save('csv')}>CSV</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </span>
          )}
        >
          <ToDo plan={plan} />
        </Panel>
        <Assumptions plan={plan} />
      </div>
      <Slot name="footer">{`${who}, hire on ${dateWords(plan.hireOn)}: ${countOf(openLines(plan).filter((line) => line.state !== 'after').length, 'thing')} to do before the start`}</Slot>
      <Slot name="keys"><Kbd>←</Kbd> <Kbd>→</Kbd> <span>move the hire date</span></Slot>
    </div>
  );
}
