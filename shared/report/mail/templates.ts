import type { Agency, MailTemplate, MailTemplateKind } from '../../model/agency.ts';
import { fail, ok, type Result } from '../../result.ts';
import { merge, mergeFields, type MergeError, type MergeField, type MergeValues } from './merge.ts';

export const mailKindWords: Readonly<Record<MailTemplateKind, string>> = {
  person: 'To the person',
  supervisor: 'To the supervisor',
  digest: 'HR digest',
};

/** The wording of drafts until an agency chooses its own. */
export const usualTemplates: Readonly<Record<MailTemplateKind, MailTemplate>> = {
  person: {
    subject: '{{what}}: {{due}} ({{distance}})',
    body: `Hello {{given}},

this is what our records show for you:

{{list}}

Send us the new card, certificate or result as soon as you have it. If it is done already, a copy is all we need.

{{agency}}
`,
  },
  supervisor: {
    subject: '{{count}} of people you supervise, the nearest {{due}}',
    body: `Hello {{given}},

these dates of people you supervise lie ahead or have passed:

{{list}}

Help us to have the papers in hand before the dates; what has passed comes first.

{{agency}}
`,
  },
  digest: {
    subject: '{{agency}}: {{count}} on {{today}}',
    body: `Deadlines of {{agency}} as they stand on {{today}}.

{{list}}
`,
  },
};

/** The template in use. */
export const templateOf = (agency: Pick<Agency, 'mailTemplates'>, kind: MailTemplateKind): MailTemplate => agency.mailTemplates?.[kind] ?? usualTemplates[kind];

/** The fields a kind of draft has values for: a digest goes to nobody by name, and is about no one deadline. */
export const fieldsOf = (kind: MailTemplateKind): readonly MergeField[] =>
  kind === 'digest' ? mergeFields.filter((field) => field === 'count' || field === 'list' || field === 'agency' || field === 'today') : mergeFields;

/** Merges a template; the subject becomes one line. */
export function mergeTemplate(template: MailTemplate, values: MergeValues): Result<MailTemplate, MergeError> {
  const subject = merge(template.subject, values);
  if (!subject.ok) return subject;
  const body = merge(template.body, values);
  return body.ok ? ok({ subject: subject.value.replace(/\s+/g, ' ').trim(), body: body.value }) : body;
}

/** What is wrong with a template of a kind before anybody uses it; null when it can be merged. */
export function templateProblem(kind: MailTemplateKind, template: MailTemplate): MergeError | null {
  const tried = mergeTemplate(template, Object.fromEntries(fieldsOf(kind).map((field) => [field, field])));
  return tried.ok ? null : tried.error;
}

export type TemplateEditError = { readonly code: 'empty'; readonly part: 'subject' | 'body' } | MergeError;

/** The agency with a template of its own, or without where it says the same as the usual one. */
export function withTemplate(agency: Agency, kind: MailTemplateKind, template: MailTemplate): Result<Agency, TemplateEditError> {
  const { subject, body } = template;
  if (subject.trim() === '') return fail({ code: 'empty', part: 'subject' });
  if (body.trim() === '') return fail({ code: 'empty', part: 'body' });
  const problem = templateProblem(kind, template);
  if (problem !== null) return fail(problem);
  const { mailTemplates, ...rest } = agency;
  const { [kind]: _before, ...others } = mailTemplates ?? {};
  const usual = usualTemplates[kind];
  const own = subject === usual.subject && body === usual.body ? others : { ...others, [kind]: { subject, body } };
  return ok(Object.keys(own).length === 0 ? rest : { ...rest, mailTemplates: own });
}
