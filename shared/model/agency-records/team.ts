import { z } from 'zod';
import { dateSchema, idSchema, textSchema } from '../schema.ts';
import { keptShape } from './common.ts';

/** What teams log. `vr` is the meeting with LRS (Louisiana) or DVRS (North Carolina). */
export const meetingTypes = [
  'supervision', 'unit', 'treatment-team', 'supervisor-treatment-team', 'vr', 'field-mentoring', 'outcome-review',
] as const;
export type MeetingType = (typeof meetingTypes)[number];
export const meetingTypeWords: Readonly<Record<MeetingType, string>> = {
  supervision: 'Supervision',
  unit: 'Vocational unit meeting',
  'treatment-team': 'Treatment-team meeting',
  'supervisor-treatment-team': 'Supervisor at the treatment team',
  vr: 'LRS or DVRS meeting',
  'field-mentoring': 'Field mentoring',
  'outcome-review': 'Outcome review',
};

export const meetingModes = ['in-person', 'video', 'telephone'] as const;
export type MeetingMode = (typeof meetingModes)[number];
export const meetingModeWords: Readonly<Record<MeetingMode, string>> = { 'in-person': 'In person', video: 'Video', telephone: 'Telephone' };

/** One meeting that took place. `personIds` are the staff who took part; field mentoring names the mentored person. */
export const meetingSchema = z.strictObject({
  kind: z.literal('meeting'),
  teamId: idSchema,
  meeting: z.enum(meetingTypes),
  heldOn: dateSchema,
  mode: z.enum(meetingModes),
  /** Supervision: of the whole group, or of one person. Absent means group. */
  individual: z.literal(true).exactOptional(),
  treatmentTeamId: idSchema.exactOptional(),
  personIds: z.array(idSchema),
  ...keptShape,
});

/** A mental-health treatment team the unit works with, and which specialists are attached to it from when to when. */
export const treatmentTeamSchema = z.strictObject({
  kind: z.literal('treatment-team'),
  teamId: idSchema,
  name: textSchema,
  from: dateSchema,
  to: dateSchema.exactOptional(),
  members: z.array(z.strictObject({ personId: idSchema, from: dateSchema, to: dateSchema.exactOptional() })),
  ...keptShape,
});

/** Somebody new or having difficulty, whom the supervisor accompanies in the field every month. */
export const fieldSupportSchema = z.strictObject({
  kind: z.literal('field-support'),
  teamId: idSchema,
  personId: idSchema,
  from: dateSchema,
  to: dateSchema.exactOptional(),
  reason: textSchema,
  ...keptShape,
});

/** Counts about members, which this program never holds: numbers that somebody attests. Percentages are whole numbers 0 to 100. */
export const figureNames = ['active-members', 'members-looking', 'shared-members', 'employer-contacts', 'community-time-percent', 'other-duty-percent'] as const;
export type FigureName = (typeof figureNames)[number];
export const figureWords: Readonly<Record<FigureName, string>> = {
  'active-members': 'Active members',
  'members-looking': 'Members looking for work',
  'shared-members': 'Members shared with LRS or DVRS',
  'employer-contacts': 'Face-to-face employer contacts',
  'community-time-percent': 'Time in the community, per cent',
  'other-duty-percent': "Supervisor's other duties, per cent",
};

/** A week is named by its Monday, a month `YYYY-MM`, a quarter `YYYY-Q1`. */
export const periodSchema = z.string().regex(/^\d{4}-(?:(?:0[1-9]|1[0-2])(?:-\d{2})?|Q[1-4])$/, { error: 'expected a month such as 2026-03, a quarter such as 2026-Q1, or the Monday of a week' });

/** Figures of one period. `personId` absent: the whole team. */
export const figuresSchema = z.strictObject({
  kind: z.literal('figures'),
  teamId: idSchema,
  period: periodSchema,
  attestedBy: textSchema,
  attestedOn: dateSchema,
  rows: z.array(z.strictObject({ personId: idSchema.exactOptional(), figure: z.enum(figureNames), value: z.number().nonnegative() })).min(1),
  ...keptShape,
});

/** A quarterly report handed in. */
export const reportSchema = z.strictObject({
  kind: z.literal('report'),
  teamId: idSchema,
  report: z.enum(['outcome-tracking', 'nc-topps', 'other']),
  title: textSchema.exactOptional(),
  /** `2026-Q1`. */
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/, { error: 'expected a quarter such as 2026-Q1' }),
  submittedOn: dateSchema,
  ...keptShape,
});

/** A reminder put off. `deadline` is the key of `Deadline`; it stays quiet before `until`. */
export const snoozeSchema = z.strictObject({
  kind: z.literal('snooze'),
  deadline: textSchema,
  until: dateSchema,
  reason: textSchema,
  ...keptShape,
});
