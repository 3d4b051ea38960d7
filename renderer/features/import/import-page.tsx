import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keys.ts';
import { navigate } from '../../ui/navigate.ts';
import { Slot } from '../../ui/slots.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FilesStep } from './files-step.tsx';
import { useImport, type Step } from './use-import.ts';
import { importedWords } from './words.ts';
import styles from './import.module.css';

const steps: readonly { readonly step: Step; readonly title: string }[] = [
  { step: 'files', title: 'Files' },
  { step: 'columns', title: 'Columns' },
  { step: 'check', title: 'Check' },
  { step: 'done', title: 'Done' },
];

/** Brings a roster and evidence in from spreadsheets: files, columns, a dry run, and only then the one commit. */
export function ImportPage() {
  const { isNow, canRecord, setAsOf, setKnownAt } = useSession();
  const state = useImport();
  const [failed, setFailed] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const { step, setStep, sources, question, plan, planProblem } = state;
  const chosen = Object.keys(sources).length > 0;

  const commit = async (): Promise<void> => {
    setWorking(true);
    try {
      setFailed(await state.commit());
    } finally {
      setWorking(false);
    }
  };
  const next = nextOf();
  const back: Partial<Readonly<Record<Step, Step>>> = { columns: 'files', check: 'columns' };
  const before = back[step];

  useKeys('Import', [
    { keys: 'Ctrl+Enter', does: 'Go on', inFields: true, run: () => next?.run() },
  ]);

  if (!isNow) {
    return (
      <EmptyState action={<Button variant="filled" onClick={() => { setKnownAt(null); setAsOf(null); }}>Back to today</Button>}>
        You are looking at another day. An import is recorded today, so go back to today first.
      </EmptyState>
    );
  }
  if (!canRecord) return <EmptyState>An auditor sees the records and changes nothing. HR or compliance records here.</EmptyState>;

  function nextOf(): { readonly label: string; readonly run: () => void; readonly why: string | null } | null {
    switch (step) {
      case 'files':
        return { label: 'Match the columns', run: () => (chosen ? setStep('columns') : undefined), why: chosen ? null : 'Choose a file first' };
      case 'columns':
        return { label: 'Check the rows', run: () => (question === null ? setStep('check') : undefined), why: question };
      case 'check': {
        const why = plan === null ? 'The rows are being checked' : whyNot(plan);
        return { label: plan?.ready === true ? (plan.changes.length === 0 ? 'Finish: nothing new' : `Import ${importedWords(plan)}`) : 'Import', run: () => (why === null ? void commit() : undefined), why };
      }
      case 'done':
        return null;
    }
  }

  const at = steps.findIndex((each) => each.step === step);
  return (
    <div className={styles.page}>
      <div className={styles.toolbar}>
        <ol className={styles.steps} aria-label="Steps of the import">
          {steps.map(({ step: each, title }, index) => (
            <li key={each} className={styles.step} data-state={index < at ? 'past' : index === at ? 'now' : 'ahead'} aria-current={index === at ? 'step' : undefined}>
              <span className={styles.number}>{index + 1}</span>
              {title}
            </li>
          ))}
        </ol>
        <span className={styles.grow} />
        {step === 'files' && <Button leftSection={<IconUsersPlus size={14} />} onClick={() => navigate('/bulk')}>Record for many people</Button>}
        {before !== undefined && <Button onClick={() => { setFailed(null); setStep(before); }}>Back</Button>}
        {next !== null && (
          <Button
            variant="filled"
            loading={working}
            rightSection={<><Kbd onAccent>Ctrl</Kbd><Kbd onAccent>Enter</Kbd></>}
            onClick={next.run}
            {...(next.why === null ? {} : { 'data-disabled': true, 'aria-disabled': true })}
            title={next.why ?? undefined}
          >
            {next.label}
          </Button>
        )}
      </div>
      {(failed ?? planProblem) !== null && <p className={styles.failed} role="alert">{failed ?? planProblem}</p>}
      <div className={styles.body}>
        {step === 'files' && <FilesStep state={state} />}
        {step === 'columns' && <ColumnsStep state={state} />}
        {step === 'check' && <CheckStep state={state} />}
        {step === 'done' && state.done !== null && <DoneStep done={state.done} onRestart={state.restart} />}
      </div>
      <Slot name="footer">{next?.why ?? (step === 'check' ? 'Nothing has been written yet.' : '')}</Slot>
    </div>
  );
}

function whyNot(plan: { readonly ready: boolean; readonly problems: readonly { readonly severity: string }[]; readonly duplicates: readonly { readonly choice: string | null }[] }): string | null {
  if (plan.ready) return null;
  const errors = plan.problems.filter(({ severity }) => severity === 'error').length;
  const open = plan.duplicates.filter(({ choice }) => choice === null).length;
  const parts = [...(open > 0 ? [`${open} to decide`] : []), ...(errors > 0 ? [`${errors} to mend or leave out`] : [])];
  return `Nothing is imported yet: ${parts.join(', ')}.`;
}
