import type { DocumentProblem, Examined } from '../../shared/documents/problem.ts';
import type { PictureFileProblem } from '../../shared/documents/photographs.ts';
import type { Result } from '../../shared/result.ts';

/** A file as it was handed in; a `Blob` goes to the worker without being copied. */
export type HandedIn = { readonly name: string; readonly blob: Blob };

/** What was handed in, in figures: what `madeFrom` of a document keeps. */
export type Source = { readonly name: string; readonly sha256: string; readonly bytes: number };

export type ExaminedFile = { readonly examined: Examined; readonly source: Source };

/** A PDF that was made from what was handed in. */
export type MadePdf = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number; readonly from: readonly Source[] };

export type IntakeRequests = {
  readonly examine: { readonly file: HandedIn; readonly password?: string };
  readonly photographs: { readonly files: readonly HandedIn[] };
  readonly unlock: { readonly file: HandedIn; readonly password: string };
};

export type IntakeAnswers = {
  readonly examine: Result<ExaminedFile, DocumentProblem>;
  readonly photographs: Result<MadePdf, PictureFileProblem>;
  readonly unlock: Result<MadePdf, DocumentProblem>;
};

export type IntakeKind = keyof IntakeRequests;

export type IntakeRequestMessage = { readonly [Kind in IntakeKind]: { readonly kind: Kind; readonly ask: IntakeRequests[Kind] } }[IntakeKind];

export type IntakeAnswerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: IntakeAnswers[IntakeKind] };
