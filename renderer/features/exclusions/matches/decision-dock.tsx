import { Button, Checkbox, FileInput, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useEffect, useRef, type RefObject } from 'react';
import { decisionVerdicts, type DecisionVerdict, type ExclusionList } from '../../../../shared/model/exclusion.ts';
import { useSession } from '../../../session/session.tsx';
import { useWhyNotRecord } from '../../../session/write-button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { verdictTitles } from './decision-words.ts';
import { comparable, ssnSiteOf, type MatchDraft } from './draft.ts';
import styles from './decision-dock.module.css';

type Props = {
  readonly draft: MatchDraft;
  readonly onChange: (draft: MatchDraft) => void;
  readonly list: ExclusionList;
  readonly isVendor: boolean;
  /** What each choice leads to, in a line. */
  readonly effects: Readonly<Record<DecisionVerdict, string>>;
  readonly problem: string | null;
  readonly working: boolean;
  /** Who signs, and when. */
  readonly signed: string;
  readonly canSkip: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onSkip: () => void;
  readonly onRecord: () => void;
};

/** Three choices, what they rest on, and the one button; always in view below the score card. */
export function DecisionDock({ draft, onChange, list, isVendor, effects, problem, working, signed, canSkip, form, onSkip, onRecord }: Props) {
  const { canRecord } = useSession();
  const whyNot = useWhyNotRecord();
  const alert = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (problem !== null) alert.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const record = (
    <Button
      type="submit"
      variant="filled"
      loading={working}
      {...(canRecord ? {} : { 'data-disabled': true, 'aria-disabled': true })}
      rightSection={<Kbd onAccent>Ctrl Enter</Kbd>}
    >
      Record decision
    </Button>
  );
  return (
    <form
      ref={form}
      className={styles.dock}
      noValidate
      aria-label="Decision"
      onSubmit={(event) => {
        event.preventDefault();
        onRecord();
      }}
    >
      <div className={styles.fields}>
        <fieldset className={styles.verdicts} disabled={!canRecord}>
          <legend>Decision</legend>
          {decisionVerdicts.map((verdict, index) => (
            <label key={verdict} className={cx(styles.choice, draft.verdict === verdict && styles.chosen, draft.verdict === verdict && verdict === 'the-person' && styles.grave)}>
              <input
                type="radio"
                name="verdict"
                value={verdict}
                checked={draft.verdict === verdict}
                onChange={() => onChange({ ...draft, verdict })}
              />
              <span className={styles.title}>{verdictTitles[verdict]}</span>
              <span aria-hidden="true"><Kbd>{String(index + 1)}</Kbd></span>
              <span className={styles.effect}>{effects[verdict]}</span>
            </label>
          ))}
        </fieldset>
        {draft.verdict !== null && (draft.verdict === 'unable' ? asked() : compared(draft.verdict))}
        {draft.verdict !== null && (
          <Textarea
            label="Reason, printed on the certificate"
            name="reason"
            required
            autosize
            minRows={2}
            maxRows={4}
            disabled={!canRecord}
            value={draft.reason}
            onChange={(event) => onChange({ ...draft, reason: event.currentTarget.value })}
          />
        )}
      </div>
      <div className={styles.foot}>
        <p ref={alert} className={problem === null ? styles.signed : styles.problem} {...(problem === null ? {} : { role: 'alert' })}>{problem ?? signed}</p>
        <Button disabled={!canSkip} onClick={onSkip} rightSection={<Kbd>S</Kbd>}>Skip</Button>
        {whyNot === null ? record : <Tooltip label={whyNot}>{record}</Tooltip>}
      </div>
    </form>
  );

  function proof(label: string, description: string) {
    return (
      <FileInput
        label={label}
        description={description}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder="Choose a file"
        leftSection={<IconPaperclip size={14} stroke={1.6} aria-hidden="true" />}
        clearable
        clearButtonProps={{ 'aria-label': 'Take the file away' }}
        disabled={!canRecord}
        value={draft.proof}
        onChange={(chosen) => onChange({ ...draft, proof: chosen })}
      />
    );
  }

  function asked() {
    return (
      <div className={styles.pair}>
        <TextInput
          label="What was asked, of whom"
          name="asked"
          required
          description="The answer is recorded as a new decision."
          inputWrapperOrder={['label', 'input', 'description']}
          placeholder={list === 'oig-leie' ? 'OIG exclusions staff, by e-mail: the birth date of this entry' : 'The list’s office: the birth date of this entry'}
          disabled={!canRecord}
          value={draft.asked}
          onChange={(event) => onChange({ ...draft, asked: event.currentTarget.value })}
        />
        {proof('Affidavit or request', 'Kept with the decision.')}
      </div>
    );
  }

  function compared(verdict: DecisionVerdict) {
    const site = ssnSiteOf(list);
    const number = isVendor ? 'EIN' : 'SSN';
    return (
      <div className={styles.pair}>
        <fieldset className={styles.compared} disabled={!canRecord}>
          <legend>What was compared</legend>
          <div className={styles.ticks}>
            {(site !== null) && (
              <Checkbox
                name="compared"
                label={`${number} checked on ${site}, ${verdict === 'the-person' ? 'it matches' : 'no match'}`}
                checked={draft.ssn}
                onChange={(event) => onChange({ ...draft, ssn: event.currentTarget.checked })}
              />
            )}
            {comparable[isVendor ? 'vendor' : 'person'].map((each) => (
              <Checkbox
                key={each}
                name="compared"
                label={each.charAt(0).toUpperCase() + each.slice(1)}
                checked={draft.compared.includes(each)}
                onChange={(event) => onChange({ ...draft, compared: event.currentTarget.checked ? [...draft.compared, each] : draft.compared.filter((other) => other !== each) })}
              />
            ))}
          </div>
          {site !== null && <p className={styles.help}>The number itself is never stored.</p>}
        </fieldset>
        {proof('Proof', 'Goes into the binder as an exhibit.')}
      </div>
    );
  }
}
