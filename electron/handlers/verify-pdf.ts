import path from 'node:path';
import { dialog } from 'electron';
import { demonstrationPublicKey, fingerprintOf } from '../../shared/proof/key-words.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Handler } from '../ipc.ts';
import type { Places } from '../places.ts';
import { signerOf } from '../proof/signer.ts';
import type { Vault } from '../vault/vault.ts';
import type { Verifier } from '../verifier.ts';

type Tools = { readonly verifier: Verifier; readonly places: Places; readonly vault: Pick<Vault, 'unlocked' | 'hasKeys'> };

/** Null: its keys are not there. An agency without keys signs with the published key, as only the demo agency has none. */
async function keyOf(vault: Tools['vault'], agencyId: string): Promise<{ readonly fingerprint: string; readonly demonstration: boolean } | null> {
  const unlocked = vault.unlocked();
  if (unlocked?.agencyId === agencyId) return { fingerprint: fingerprintOf(Buffer.from(signerOf(unlocked).publicKey).toString('hex')), demonstration: false };
  return (await vault.hasKeys(agencyId)) ? null : { fingerprint: fingerprintOf(demonstrationPublicKey), demonstration: true };
}

export function verifyPdfHandlers({ verifier, places, vault }: Tools): { readonly 'verify-pdf': Handler<'verify-pdf'>; readonly 'signing-key': Handler<'signing-key'> } {
  return {
    'signing-key': async ({ agencyId }) => {
      const key = await keyOf(vault, agencyId);
      return key === null ? fail({ code: 'locked' }) : ok(key);
    },
    'verify-pdf': async ({ agencyId, which, key, password, logged }, window) => {
      const own = key === undefined ? await keyOf(vault, agencyId) : null;
      if (key === undefined && own === null) return fail({ code: 'locked' });
      let file: { readonly path: string } | { readonly bytes: Uint8Array };
      let name: string;
      if (which.kind === 'dropped') {
        file = { bytes: which.bytes };
        name = which.name;
      } else if (which.kind === 'made') {
        const folder = places.find(which.place);
        if (folder === null) return fail({ code: 'not-found' });
        file = { path: path.join(folder, which.name) };
        name = which.name;
      } else {
        const chosen = await dialog.showOpenDialog(window, { title: 'Choose a PDF to verify', properties: ['openFile'], filters: [{ name: 'PDF', extensions: ['pdf'] }] });
        const first = chosen.filePaths[0];
        if (chosen.canceled || first === undefined) return ok(null);
        file = { path: first };
        name = path.basename(first);
      }
      const expected = key ?? own?.fingerprint;
      const verdict = await verifier.verify({ file: file as { path: string } | { bytes: Uint8Array<ArrayBuffer> }, ...(expected !== undefined && { key: expected }), ...(password !== undefined && { password }), ...(logged !== undefined && { logged }) });
      return verdict.ok ? ok({ name, verdict: { ...verdict.value, findings: [...verdict.value.findings] } }) : fail(verdict.error);
    },
  };
}
