import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { agencyPacket } from '../../shared/report/agency-packet/build.ts';
import type { PacketJob } from '../../shared/report/binder-job.ts';
import type { Result } from '../../shared/result.ts';
import { agencyRequirementsOf, requirementsOf } from '../../shared/rules/catalogue.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { explainer } from '../../shared/rules/explain.ts';
import { dateWords } from '../../shared/wording.ts';
import { bind, saved } from './assemble.ts';
import { packetName } from './file-names.ts';
import { draw, printing, stopIfCancelled, written, type BinderError, type BinderOptions, type ProducedFile } from './printing.ts';
import { packetPrint } from '../../shared/pdf/agency-packet-pages.ts';
import { pressFor, stackOf } from './press.ts';

/** Its grids have a line a person: a large agency's packet may take longer than a chapter. */
const limitMs = (people: number): number => 60_000 + 120 * people;

/**
 * Writes the agency packet, one file, into `outFolder`. The same record and job give the same bytes. The file appears whole or not at all.
 */
export async function producePacket(agency: AgencyFile, job: PacketJob, options: BinderOptions): Promise<Result<{ readonly files: readonly ProducedFile[] }, BinderError>> {
  const limited = { timeLimitMs: limitMs(agency.people.length), ...options };
  return printing(limited, 1, async (pool, files) => {
    const known = job.knownAt === undefined ? {} : { knownAt: job.knownAt };
    const evaluation = evaluate(agency, { asOf: job.asOf, all: true, ...known });
    const packet = agencyPacket(agency, evaluation, requirementsOf(agency, job.asOf), agencyRequirementsOf(agency, job.asOf), explainer(agency, evaluation), {
      asOf: job.asOf, generatedAt: job.generatedAt, synthetic: job.synthetic, paper: job.paper ?? 'letter', ...known,
    });
    limited.onProgress({ phase: 'judge', done: 1, total: 1 });
    stopIfCancelled(limited.signal);
    const drawn = await draw(pool, packet.facts.agencyName, { kind: 'packet', packet });
    limited.onProgress({ phase: 'render', done: 1, total: 1 });
    const { facts } = packet;
    const out = await bind(pressFor(packetPrint(packet)), stackOf([drawn]), null, {
      title: `${facts.agencyName}: agency packet as of ${dateWords(facts.asOf)}`,
      subject: `${facts.agencyName}${facts.synthetic ? ', synthetic data' : ''}`,
      author: facts.agencyName,
      generatedAt: facts.generatedAt,
      fingerprint: facts.fingerprint,
    });
    const bound = await saved(out);
    const file = await written(limited, files, packetName(facts.agencyName, job.asOf, files.taken), bound);
    limited.onProgress({ phase: 'write', done: 1, total: 1 });
    return [file];
  });
}
