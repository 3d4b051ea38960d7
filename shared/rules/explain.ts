import type { AgencyFile } from '../agency-file/schema.ts';
import type { Explanation } from './explanation.ts';
import type { Evaluation, Standing } from './standing.ts';

/** Prepares the wording of an evaluation: a function from a standing to its explanation. */
export function explainer(_file: AgencyFile, _evaluation: Evaluation): (standing: Standing) => Explanation {
  return () => {
    throw new Error('no standing to explain');
  };
}
