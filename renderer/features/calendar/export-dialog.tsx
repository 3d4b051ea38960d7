import { Checkbox, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { deadlineAreas, deadlineAreaWords, type Deadline, type DeadlineArea } from '../../../shared/agenda/deadlines/deadline.ts';
import { deadlineWords } from '../../../shared/agenda/deadlines/titles.ts';
import { fileNameOf } from '../../../shared/export-table.ts';
import { agencyCalendar } from '../../../shared/report/calendar.ts';
import { countOf } from '../../../shared/wording.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

/** What goes into the calendar file, and whether people are named in it. */
export function ExportDialog({ deadlines, onClose }: { readonly deadlines: readonly Deadline[]; readonly onClose: () => void }) {
  const { file, evaluation, asOf } = useSession();
  const { saveFile } = useTakeAway();
  const [areas, setAreas] = useState<readonly DeadlineArea[]>(deadlineAreas);
  const [names, setNames] = useState(true);
  const [alarms, setAlarms] = useState(true);
  const counted = deadlines.filter((deadline) => areas.includes(deadline.area)).length;

  const save = async (): Promise<string | null> => {
    if (areas.length === 0) return 'Choose at least one area.';
    const { text, deadlines: count } = agencyCalendar(file, evaluation, deadlineWords(file, asOf), { areas, names, alarms });
    const saved = await saveFile({ suggestedName: `${fileNameOf(`${file.agency.name} deadlines`)}.ics`, filters: [{ name: 'iCalendar', extensions: ['ics'] }], bytes: new TextEncoder().encode(text) }, `${countOf(count, 'deadline')} as a calendar${names ? '' : ', with initials instead of names'}`);
    if (!saved.ok) return `The calendar was not saved. ${failureWords(saved.error)} Your records are unchanged.`;
    if (saved.value === null) return null;
    notifications.show({ message: `Saved ${saved.value.name}: ${countOf(count, 'deadline')}` });
    onClose();
    return null;
  };

  return (
    <FormDialog title="Export as iCalendar" confirmLabel="Save calendar" onSubmit={save} onClose={onClose} aside={<Text size="sm" c="var(--text2)" aria-live="polite">{countOf(counted, 'deadline')}</Text>}>
      <Stack gap="sm">
        <Checkbox.Group label="Areas" value={[...areas]} onChange={(chosen) => setAreas(deadlineAreas.filter((area) => chosen.includes(area)))}>
          <Stack gap={6} mt={6}>
            {deadlineAreas.map((area, index) => <Checkbox key={area} value={area} data-autofocus={index === 0 ? true : undefined} label={`${deadlineAreaWords[area]} (${deadlines.filter((deadline) => deadline.area === area).length})`} />)}
          </Stack>
        </Checkbox.Group>
        <Switch checked={names} onChange={(event) => setNames(event.currentTarget.checked)} label="Names of people" description="Off: initials only. For a calendar that others can open." />
        <Switch checked={alarms} onChange={(event) => setAlarms(event.currentTarget.checked)} label="Alarms" description="At nine in the morning, as many days ahead as the reminders in Settings say." />
        <Text size="xs" c="var(--text2)">Import the same file again after changes: each event keeps its name, moves with its day, and goes once the duty is done.</Text>
      </Stack>
    </FormDialog>
  );
}
