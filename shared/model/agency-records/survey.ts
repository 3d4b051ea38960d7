import { z } from 'zod';
import { dateSchema, idSchema, textSchema } from '../schema.ts';
import { keptShape } from './common.ts';

export const surveyKinds = ['mock', 'outside'] as const;
export type SurveyKind = (typeof surveyKinds)[number];
export const surveyKindWords: Readonly<Record<SurveyKind, string>> = { mock: 'Mock survey', outside: 'Survey by somebody from outside' };

/** A survey of personnel files: who looked, and at whose. The sample can be drawn again from the seed. */
export const surveySchema = z.strictObject({
  kind: z.literal('survey'),
  survey: z.enum(surveyKinds),
  /** Who surveyed: a name, or an organisation. */
  surveyor: textSchema,
  heldOn: dateSchema,
  endedOn: dateSchema.exactOptional(),
  /** How the sample was drawn, see `shared/agenda/survey/sample.ts`; absent where everybody was chosen by name. */
  drawn: z
    .strictObject({
      seed: textSchema,
      size: z.int().positive(),
      /** The people it was drawn from, by number, and what limited them. */
      outOf: z.int().nonnegative(),
      roles: z.array(textSchema).exactOptional(),
      hiredFrom: dateSchema.exactOptional(),
      hiredTo: dateSchema.exactOptional(),
    })
    .exactOptional(),
  /** The sample, drawn and chosen, in the order drawn, then chosen. */
  personIds: z.array(idSchema),
  ...keptShape,
});

export const findingWeights = ['finding', 'recommendation'] as const;
export type FindingWeight = (typeof findingWeights)[number];

/** What a survey found; about a person, or where nobody is named about the agency. */
export const surveyFindingSchema = z.strictObject({
  kind: z.literal('survey-finding'),
  surveyId: idSchema,
  personId: idSchema.exactOptional(),
  /** `la.bgc`; absent where no requirement of a pack is meant. */
  requirement: textSchema.exactOptional(),
  weight: z.enum(findingWeights),
  text: textSchema,
  ...keptShape,
});

/** One line of the plan of correction. Its being done supersedes it. */
export const correctionSchema = z.strictObject({
  kind: z.literal('correction'),
  findingId: idSchema,
  action: textSchema,
  /** Who answers for it. */
  owner: textSchema,
  dueOn: dateSchema,
  doneOn: dateSchema.exactOptional(),
  ...keptShape,
});
