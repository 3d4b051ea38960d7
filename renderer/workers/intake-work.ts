import { bytesToHex } from '@noble/hashes/utils.js';
import { examine } from '../../shared/documents/examine.ts';
import { photographsToPdf } from '../../shared/documents/photographs.ts';
import type { DocumentProblem } from '../../shared/documents/problem.ts';
import { unlockPdf } from '../../shared/documents/unlock.ts';
import { ipcLimits } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { HandedIn, IntakeAnswers, IntakeRequestMessage, Source } from './intake-messages.ts';

type Progress = (done: number, total: number) => void;

/** One request of the page, answered: the file is read, examined and measured, or a PDF is made of it. */
export async function intakeWork(request: IntakeRequestMessage, progress: Progress): Promise<IntakeAnswers[keyof IntakeAnswers]> {
  switch (request.kind) {
    case 'examine': {
      const { file, password } = request.ask;
      const read = await readWhole(file);
      if (!read.ok) return read;
      const examined = await examine(read.value.bytes, file.name, password, progress);
      return examined.ok ? ok({ examined: examined.value, source: read.value.source }) : examined;
    }
    case 'photographs': {
      const files: { readonly name: string; readonly bytes: Uint8Array; readonly source: Source }[] = [];
      for (const [at, file] of request.ask.files.entries()) {
        const read = await readWhole(file);
        if (!read.ok) return fail({ at, name: file.name, problem: read.error });
        files.push({ name: file.name, ...read.value });
      }
      const made = await photographsToPdf(files, progress);
      if (!made.ok) return made;
      if (made.value.bytes.length > ipcLimits.document) return fail({ at: files.length - 1, name: 'The document', problem: tooLarge });
      return ok({ bytes: own(made.value.bytes), pages: made.value.pages, from: files.map(({ source }) => source) });
    }
    case 'unlock': {
      const read = await readWhole(request.ask.file);
      if (!read.ok) return read;
      const made = await unlockPdf(read.value.bytes, request.ask.password);
      return made.ok ? ok({ bytes: own(made.value.bytes), pages: made.value.pages, from: [read.value.source] }) : made;
    }
  }
}

const tooLarge: DocumentProblem = { code: 'too-large', limit: { megabytes: ipcLimits.document / 2 ** 20 } };

/** What goes back to the page without being copied must be all of its memory, and nobody else's. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);

async function readWhole({ name, blob }: HandedIn): Promise<Result<{ readonly bytes: Uint8Array; readonly source: Source }, DocumentProblem>> {
  if (blob.size > ipcLimits.document) return fail(tooLarge);
  try {
    const buffer = await blob.arrayBuffer();
    const sha256 = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', buffer)));
    return ok({ bytes: new Uint8Array(buffer), source: { name, sha256, bytes: buffer.byteLength } });
  } catch {
    return fail({ code: 'unreachable' });
  }
}
