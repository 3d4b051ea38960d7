import { ok } from '../../shared/result.ts';
import { machineFacts, type Program } from '../diagnostics/machine-facts.ts';
import type { Handler } from '../ipc.ts';

/** `diagnostics` */
export function diagnostics(profile: string, program: Program): Handler<'diagnostics'> {
  return async () => ok(await machineFacts(profile, program));
}
