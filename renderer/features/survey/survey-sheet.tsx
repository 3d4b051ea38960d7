import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconDownload, IconPrinter } from '@tabler/icons-react';
import { drawKey, sampleOf, sampleWords } from '../../../shared/agenda/survey/sample.ts';
import { correctionStateWords, isDone, type SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import { surveyKindWords } from '../../../shared/model/agency-records/survey.ts';
import { roleWords, roles as allRoles } from '../../../shared/model/person.ts';
import { countOf, dateWords, distanceWords, longDateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useTakeAway } from '../../session/use-take-away.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { surveyPath, useNames } from './use-surveys.ts';
import styles from './survey-sheet.module.css';

/** The survey on paper: how the sample was drawn, so that it can be drawn again, what was found and what is done about it. */
export function SurveySheet({ state }: { readonly state: SurveyState }) {
  const { file, asOf, knownAt, requirementTitle } = useSession();
  const { printPage, savePagePdf } = useTakeAway();
  const names = useNames();
  const { survey, findings, plan, done, overdue } = state;
  const { drawn } = survey;
  const name = `${surveyKindWords[survey.survey]} of ${dateWords(survey.heldOn)}`;
  const back = (): void => navigate(surveyPath(survey, 'plan'));
  const print = async (): Promise<void> => {
    const result = await printPage(`“${name}”`);
    if (!result.ok) notifications.show({ message: 'The report was not printed: the printer did not answer. Save it as a PDF, or choose another printer.', color: 'red', autoClose: 8000 });
  };
  const save = async (): Promise<void> => {
    const result = await savePagePdf({ suggestedName: `${name}.pdf` }, `“${name}” as a PDF`);
    if (!result.ok) notifications.show({ message: 'The PDF was not saved. Choose another folder, or close the file if it is open elsewhere.', color: 'red', autoClose: 8000 });
    else if (result.value !== null) notifications.show({ message: `Saved as ${result.value.name}.`, autoClose: 4000 });
  };
  useKeys('Survey report', [
    { keys: 'Ctrl+P', does: 'Print', inFields: true, run: () => void print() },
    { keys: 'Ctrl+S', does: 'Save as PDF', inFields: true, run: () => void save() },
    { keys: 'Escape', does: 'Back to the survey', run: back },
  ]);
  const limits = [
    ...(drawn?.roles === undefined ? [] : [`roles ${drawn.roles.map((role) => roleWords[allRoles.find((each) => each === role) ?? 'other']).join(', ')}, at least one of each`]),
    ...(drawn?.hiredFrom === undefined ? [] : [`hired from ${longDateWords(drawn.hiredFrom)}`]),
    ...(drawn?.hiredTo === undefined ? [] : [`hired to ${longDateWords(drawn.hiredTo)}`]),
  ];
  return (
    <div className={styles.desk}>
      <Slot name="subtitle">{name}</Slot>
      <div className={styles.bar}>
        <Button leftSection={<IconArrowLeft size={14} stroke={1.6} />} onClick={back}>Back to the survey</Button>
        <span className={styles.grow} />
        <Button leftSection={<IconDownload size={14} stroke={1.6} />} onClick={() => void save()}>Save as PDF</Button>
        <Button variant="filled" leftSection={<IconPrinter size={14} stroke={1.6} />} rightSection={<Kbd onAccent>Ctrl P</Kbd>} onClick={() => void print()}>Print</Button>
      </div>
      <article className={styles.paper}>
        <p className={styles.letterhead}>{file.agency.name}</p>
        <h1>{surveyKindWords[survey.survey]}</h1>
        <dl className={styles.heading}>
          <div><dt>Surveyed by</dt><dd>{survey.surveyor}</dd></div>
          <div><dt>Held</dt><dd>{longDateWords(survey.heldOn)}{survey.endedOn !== undefined && survey.endedOn !== survey.heldOn ? ` to ${longDateWords(survey.endedOn)}` : ''}</dd></div>
          <div><dt>As of</dt><dd>{longDateWords(asOf)}{knownAt === null ? '' : `, as known on ${knownAt.slice(0, 10)}`}</dd></div>
          <div><dt>Result</dt><dd>{`${countOf(findings.filter(({ finding }) => finding.weight === 'finding').length, 'finding')}, ${countOf(findings.filter(({ finding }) => finding.weight === 'recommendation').length, 'recommendation')}`}</dd></div>
        </dl>
        <h2>Sample</h2>
        <p>{`${sampleWords(sampleOf(survey))}${limits.length === 0 ? '' : `; ${limits.join('; ')}`}.`}{drawn === undefined ? '' : ' Order: HMAC-SHA-256 with the seed as key and the id as message, smallest first.'}{survey.note === undefined ? '' : ` ${survey.note}`}</p>
        <table className={styles.table}>
          <thead><tr><th scope="col">Person</th><th scope="col">Id</th>{drawn !== undefined && <th scope="col">Place in the order</th>}<th scope="col">Findings</th></tr></thead>
          <tbody>
            {survey.personIds.map((id) => (
              <tr key={id}><td><b>{names(id)}</b></td><td>{id}</td>{drawn !== undefined && <td className={styles.code}>{drawKey(drawn.seed, id).slice(0, 12)}</td>}<td>{findings.filter(({ finding }) => finding.personId === id).length}</td></tr>
            ))}
          </tbody>
        </table>
        <h2>Findings and plan of correction</h2>
        {findings.length === 0 && <p>Nothing was found.</p>}
        {plan.length > 0 && <p>{`${done} of ${countOf(plan.length, 'correction')} done${overdue === 0 ? '' : `, ${overdue} overdue`}.`}</p>}
        {findings.map(({ finding, corrections }, index) => (
          <section key={finding.id} className={styles.item}>
            <p><b>{`${index + 1}. ${finding.personId === undefined ? 'The agency' : names(finding.personId)}`}</b>{finding.requirement === undefined ? '' : `, ${requirementTitle(finding.requirement)}`}{finding.weight === 'recommendation' ? ' (recommendation)' : ''}</p>
            <p>{finding.text}</p>
            {corrections.length === 0 ? finding.weight === 'finding' && <p className={styles.small}>No correction is planned yet.</p> : (
              <table className={styles.table}>
                <thead><tr><th scope="col">Correction</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">State</th></tr></thead>
                <tbody>
                  {corrections.map((each) => (
                    <tr key={each.correction.id}>
                      <td>{each.correction.action}</td>
                      <td>{each.correction.owner}</td>
                      <td>{dateWords(each.correction.dueOn)}{isDone(each) ? '' : ` · ${distanceWords(each.correction.dueOn, asOf)}`}</td>
                      <td>{correctionStateWords[each.state]}{each.correction.doneOn === undefined || !isDone(each) ? '' : ` on ${dateWords(each.correction.doneOn)}`}{(each.correction.documents ?? []).map(({ id }) => (file.documents ?? []).find((document) => document.id === id)).flatMap((document) => (document === undefined ? [] : [document])).map((document) => <span key={document.id} className={styles.proof}>{document.name}</span>)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        ))}
        <div className={styles.sign}><span>Signature</span><span>Date</span></div>
      </article>
    </div>
  );
}
