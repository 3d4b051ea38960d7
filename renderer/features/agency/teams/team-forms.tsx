import { quarterOf, agencyPeriodWords } from '../../../../shared/model/agency-records/period.ts';
import { plusDays, toDay } from '../../../../shared/civil-date.ts';
import type { FieldSupport, TeamReport } from '../../../../shared/model/agency-records/agency-record.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { useSession } from '../../../session/session.tsx';
import { RecordForm } from '../forms/record-form.tsx';
import { choicesOf, valuesOf } from '../forms/record-values.ts';
import { useTeamPeople } from './use-team-people.ts';

const nobody: readonly string[] = [];

/** Somebody new or having difficulty, from when to when. */
export function FieldSupportForm({ team, replaces, onClose }: { readonly team: Team; readonly replaces: FieldSupport | null; readonly onClose: () => void }) {
  const { today } = useSession();
  const people = useTeamPeople(team.id, today, nobody);
  return (
    <RecordForm
      title={replaces === null ? 'Accompanied in the field' : 'Change or end field support'}
      confirmLabel={replaces === null ? 'Record field support' : 'Record change'}
      kind="field-support"
      start={replaces === null ? { from: today } : valuesOf(replaces)}
      fields={() => [
        { kind: 'choice', name: 'personId', label: 'Person', required: true, choices: people.map(({ id, name }) => ({ value: id, label: name })) },
        { kind: 'date', name: 'from', label: 'From', required: true },
        { kind: 'date', name: 'to', label: 'Through', hint: 'Empty while it goes on.' },
        { kind: 'text', name: 'reason', label: 'Why', required: true, suggestions: ['New in the role', 'Difficulty with job development'] },
      ]}
      fixed={{ teamId: team.id }}
      replaces={replaces}
      what={() => `Recorded field support in ${team.name}`}
      onClose={onClose}
    />
  );
}

const reportWords = { 'outcome-tracking': 'Outcome tracking form', 'nc-topps': 'NC-TOPPS', other: 'Other report' } as const;

/** A quarterly report that was handed in. */
export function ReportForm({ team, replaces, onClose }: { readonly team: Team; readonly replaces: TeamReport | null; readonly onClose: () => void }) {
  const { today } = useSession();
  const now = quarterOf(toDay(today));
  const quarters = [now];
  for (let at = 0; at < 5; at += 1) quarters.push(quarterOf(plusDays(quarters.at(-1)?.first ?? now.first, -1)));
  return (
    <RecordForm
      title={replaces === null ? 'Record a quarterly report' : 'Correct the report'}
      confirmLabel={replaces === null ? 'Record report' : 'Record correction'}
      kind="report"
      start={replaces === null ? { report: 'outcome-tracking', quarter: quarters[1]?.period ?? now.period, submittedOn: today } : valuesOf(replaces)}
      fields={(values) => [
        { kind: 'choice', name: 'report', label: 'Report', required: true, choices: choicesOf(reportWords) },
        ...(values['report'] === 'other' ? [{ kind: 'text', name: 'title', label: 'Which', required: true } as const] : []),
        { kind: 'choice', name: 'quarter', label: 'Quarter', required: true, choices: quarters.map(({ period }) => ({ value: period, label: agencyPeriodWords(period) })) },
        { kind: 'date', name: 'submittedOn', label: 'Handed in on', required: true },
      ]}
      fixed={{ teamId: team.id }}
      replaces={replaces}
      what={(values) => `Recorded: ${reportWords[(values['report'] ?? 'other') as keyof typeof reportWords]} of ${team.name}, ${agencyPeriodWords(values['quarter'] ?? '')}`}
      onClose={onClose}
    />
  );
}
