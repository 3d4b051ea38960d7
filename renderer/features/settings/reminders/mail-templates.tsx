import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mailTemplateKinds, type MailTemplate, type MailTemplateKind } from '../../../../shared/model/agency.ts';
import { mergeErrorWords, mergeFieldWords } from '../../../../shared/report/mail/merge.ts';
import { fieldsOf, mailKindWords, templateOf, usualTemplates, withTemplate, type TemplateEditError } from '../../../../shared/report/mail/templates.ts';
import styles from '../settings.module.css';
import { Trouble } from '../trouble.tsx';
import { useChange } from '../use-change.ts';
import own from './reminders.module.css';

const errorWords = (error: TemplateEditError): string => (error.code === 'empty' ? `Write the ${error.part === 'subject' ? 'subject' : 'text'} first.` : mergeErrorWords(error));

/** How drafts of e-mails are worded. */
export function MailTemplates() {
  const [kind, setKind] = useState<MailTemplateKind>('person');
  return (
    <section aria-label="E-mail templates">
      <h3 className={styles.subheading}>E-mail drafts</h3>
      <p className={styles.quiet}>Drafts are made on the Reminders screen. You send them; Muster sends nothing.</p>
      <SegmentedControl
        my="sm"
        aria-label="Which draft"
        value={kind}
        onChange={(value) => setKind(mailTemplateKinds.find((each) => each === value) ?? kind)}
        data={mailTemplateKinds.map((each) => ({ value: each, label: mailKindWords[each] }))}
      />
      <Editor key={kind} kind={kind} />
    </section>
  );
}

function Editor({ kind }: { readonly kind: MailTemplateKind }) {
  const { agency, canWrite, working, trouble, setAgency } = useChange();
  const kept = templateOf(agency, kind);
  const [typed, setTyped] = useState<MailTemplate | null>(null);
  const template = typed ?? kept;
  const changed = withTemplate(agency, kind, template);
  const same = template.subject === kept.subject && template.body === kept.body;
  const isOwn = agency.mailTemplates?.[kind] !== undefined;

  const save = async (): Promise<void> => {
    if (changed.ok && (await setAgency(changed.value, `Changed the e-mail template “${mailKindWords[kind]}”`))) setTyped(null);
  };
  const back = async (): Promise<void> => {
    const usual = withTemplate(agency, kind, usualTemplates[kind]);
    if (usual.ok && (await setAgency(usual.value, `Took the usual e-mail template “${mailKindWords[kind]}” back`))) setTyped(null);
  };

  return (
    <div className={own.template}>
      <div className={own.texts}>
        <TextInput label="Subject" value={template.subject} disabled={!canWrite} onChange={(event) => setTyped({ ...template, subject: event.currentTarget.value })} />
        <Textarea label="Text" autosize minRows={8} maxRows={16} value={template.body} disabled={!canWrite} onChange={(event) => setTyped({ ...template, body: event.currentTarget.value })} />
        {/* Always there, so that the buttons below stay where they are while one types. */}
        <p className={own.problem} role="status">{changed.ok ? '' : errorWords(changed.error)}</p>
        <Trouble words={trouble} />
        <div className={styles.actions}>
          <Button variant="filled" loading={working} disabled={!canWrite || same || !changed.ok} onClick={() => void save()}>Save template</Button>
          {isOwn && <Button disabled={!canWrite} onClick={() => void back()}>Use the usual wording</Button>}
        </div>
      </div>
      <dl className={own.fields} aria-label="Merge fields">
        {fieldsOf(kind).map((field) => (
          <div key={field}>
            <dt>{`{{${field}}}`}</dt>
            <dd>{mergeFieldWords[field]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
