/** The process that verifies PDFs: whatever a file from outside holds, neither the window nor the keys are in reach of what reads it. */
import { readFile, stat } from 'node:fs/promises';
import { mostVerified } from '../shared/ipc/verify-pdf.ts';
import { verifyPdf } from './proof/verify.ts';
import { systemCode } from './system-code.ts';
import { toVerifier, type FromVerifier, type ToVerifier } from './verify-messages.ts';

process.parentPort.on('message', ({ data }: { data: unknown }) => {
  const question = toVerifier.safeParse(data);
  if (!question.success) throw new Error('verify process: a message of an unknown shape');
  void answered(question.data).then((answer) => {
    process.parentPort.postMessage(answer);
  });
});

async function answered({ id, file, key, password, logged }: ToVerifier): Promise<FromVerifier> {
  try {
    const read = 'path' in file ? await readPlaced(file.path) : { bytes: file.bytes, side: null };
    if (read === null) return { id, fault: 'too-large' };
    const verdict = await verifyPdf(read.bytes, {
      ...(read.side !== null && { side: read.side }),
      ...(key !== undefined && { key }),
      ...(password !== undefined && { password }),
      ...(logged !== undefined && { logged: new Set(logged) }),
    });
    return { id, verdict: { ...verdict, findings: [...verdict.findings] } };
  } catch (error) {
    return { id, fault: systemCode(error) };
  }
}

async function readPlaced(path: string): Promise<{ readonly bytes: Uint8Array; readonly side: string | null } | null> {
  if ((await stat(path)).size > mostVerified) return null;
  const bytes = await readFile(path);
  const side = await readFile(path.replace(/\.pdf$/i, '.manifest.json'), 'utf8').catch(() => null);
  return { bytes, side };
}
