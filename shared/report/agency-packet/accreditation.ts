import type { CivilDate } from '../../civil-date.ts';
import { accreditationOutcomeWords, accreditationTaskWords, accreditorWords } from '../../model/agency-records/accreditation.ts';
import { noticesOwed } from '../../model/agency-records/notices.ts';
import { dateWords } from '../../wording.ts';
import { byText } from '../by-text.ts';
import { ahead, bold, cell, day, dutiesOf, dutyTable, happened, heading, quiet, row } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { PacketBlock, PacketRow, PacketSection } from './model.ts';

type Event = { readonly on: CivilDate; readonly row: PacketRow };

/** What happened with the accreditors, in the order of days. */
function events({ records, asOf }: PacketContext): readonly PacketRow[] {
  const found: Event[] = [];
  const add = (on: CivilDate | null, accreditor: keyof typeof accreditorWords, what: string, more: string): void => {
    if (on !== null) found.push({ on, row: row(cell(dateWords(on)), cell(accreditorWords[accreditor].short), cell(bold(what), quiet(more))) });
  };
  for (const each of records.of('accreditation-application')) {
    const paid = happened(each.feePaidOn, asOf);
    add(happened(each.appliedOn, asOf), each.accreditor, each.renewal === true ? 'Renewal applied for' : 'Accreditation applied for', paid === null ? 'No payment of the fee recorded' : `Fee paid ${dateWords(paid)}`);
    add(happened(each.withdrawnOn, asOf), each.accreditor, 'Application withdrawn', `of ${dateWords(each.appliedOn)}`);
  }
  for (const each of records.of('accreditation-survey')) {
    const ended = happened(each.endedOn, asOf);
    add(happened(each.heldOn, asOf), each.accreditor, 'Survey held', ended === null ? '' : `to ${dateWords(ended)}`);
  }
  for (const each of records.of('accreditation-decision')) {
    const more = [each.term, each.effectiveOn === undefined ? null : `in force from ${dateWords(each.effectiveOn)}`, each.expiresOn === undefined ? 'no expiry recorded' : `through ${dateWords(each.expiresOn)}`];
    add(happened(each.decidedOn, asOf), each.accreditor, accreditationOutcomeWords[each.outcome], more.filter((part) => part != null).join(', '));
  }
  return found.sort((a, b) => byText(a.on, b.on)).map((each) => each.row);
}

function tasks({ records, asOf }: PacketContext): readonly PacketRow[] {
  const planned = records.of('accreditation-survey').flatMap((each) =>
    each.plannedOn === undefined || happened(each.heldOn, asOf) !== null ? [] : [{ on: each.plannedOn, cells: [cell(bold('Survey')), cell(accreditorWords[each.accreditor].short), ahead(each.plannedOn, asOf), cell('planned')] }]);
  const own = records.of('accreditation-task').map((each) => {
    const done = happened(each.doneOn, asOf);
    const title = each.title === undefined ? accreditationTaskWords[each.task] : `${accreditationTaskWords[each.task]}: ${each.title}`;
    const late = done === null ? each.dueOn < asOf : done > each.dueOn;
    const said = done === null ? (late ? 'not done' : 'open') : `${dateWords(done)}${late ? ', late' : ''}`;
    return { on: each.dueOn, cells: [cell(bold(title)), cell(accreditorWords[each.accreditor].short), ahead(each.dueOn, asOf), cell({ text: said, tone: late ? 'alarm' : 'plain' })] };
  });
  return [...own, ...planned].sort((a, b) => byText(a.on, b.on)).map((each) => row(...each.cells));
}

const noticeWords = { done: 'in time', late: 'late', open: 'not sent yet', overdue: 'not sent' } as const;

function notices({ records, asOf }: PacketContext): readonly PacketRow[] {
  return noticesOwed(records, asOf).map((owed) => {
    const { notice, contract, decision, state } = owed;
    const sent = notice === null ? null : happened(notice.sentOn, asOf);
    return row(
      cell(bold(contract.party ?? contract.title ?? 'A payer')),
      cell(`${accreditorWords[decision.accreditor].short}: ${accreditationOutcomeWords[decision.outcome]}`, quiet(`told ${dateWords(decision.notifiedOn ?? decision.decidedOn)}`)),
      cell(sent === null ? '–' : dateWords(sent), quiet(sent === null || notice === null ? '' : [notice.method, notice.to].filter((part) => part !== undefined).join(', '))),
      cell({ text: noticeWords[state], tone: state === 'late' || state === 'overdue' ? 'alarm' : 'plain' }),
    );
  });
}

/** Accreditation: the duties, what happened, what is to come, and the written notices of changes for the worse. */
export function accreditationSection(context: PacketContext): PacketSection {
  const owed = notices(context);
  const blocks: PacketBlock[] = [
    dutyTable(context, dutiesOf(context, 'accreditation', null), 'No rule in force speaks of accreditation.'),
    heading('Events', 2),
    { kind: 'table', columns: [{ head: 'DAY', width: 90 }, { head: 'ACCREDITOR', width: 100 }, { head: 'WHAT', width: 302 }], rows: events(context), empty: `Nothing recorded by ${day(context.asOf)}.` },
    heading('Tasks and surveys to come', 2),
    { kind: 'table', columns: [{ head: 'WHAT', width: 202 }, { head: 'ACCREDITOR', width: 100 }, { head: 'DUE', width: 95 }, { head: 'DONE', width: 95 }], rows: tasks(context), empty: 'No task and no survey is recorded.' },
  ];
  if (owed.length > 0) {
    blocks.push(heading('Written notices', 2), {
      kind: 'table', columns: [{ head: 'PAYER', width: 142 }, { head: 'OF WHAT', width: 170 }, { head: 'SENT', width: 110 }, { head: '', width: 70 }], rows: owed, empty: '',
    });
  }
  return { id: 'accreditation', title: 'Accreditation', lead: 'Applications, surveys, decisions as printed, what the accreditor expects, and the notices sent to payers.', blocks };
}
