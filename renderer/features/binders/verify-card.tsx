import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import type { ChannelArgs } from '../../../shared/ipc/contract.ts';
import { mostVerified } from '../../../shared/ipc/verify-pdf.ts';
import { readFingerprint } from '../../../shared/proof/key-words.ts';
import { madeDigests } from '../../../shared/proof/made-digests.ts';
import type { PdfVerdict } from '../../../shared/proof/verdict.ts';
import { verifyPdf } from '../../platform/desktop.ts';
import { failureWords } from '../../platform/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { cx } from '../../ui/cx.ts';
import { Panel } from '../../ui/panel.tsx';
import { VerdictView } from './verdict-view.tsx';
import styles from './verify.module.css';

type State = { readonly kind: 'idle' } | { readonly kind: 'working' } | { readonly kind: 'found'; readonly name: string; readonly verdict: PdfVerdict } | { readonly kind: 'trouble'; readonly words: string };

/** A PDF from anywhere: whether it is as it was signed, by whom, and what was changed. */
export function VerifyCard() {
  const { agencyId, file } = useSession();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [over, setOver] = useState(false);
  const [more, setMore] = useState(false);
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const key = typed.trim() === '' ? undefined : readFingerprint(typed);

  const verify = async (which: ChannelArgs<'verify-pdf'>['which']): Promise<void> => {
    if (key === null) return;
    const before = state;
    setState({ kind: 'working' });
    // Another agency's file is in its records, not in these.
    const logged = key === undefined ? [...madeDigests(file)] : undefined;
    const answer = await verifyPdf({ agencyId, which, ...(key !== undefined && { key }), ...(password !== '' && { password }), ...(logged !== undefined && { logged }) });
    if (!answer.ok) setState({ kind: 'trouble', words: failureWords(answer.error) });
    else if (answer.value === null) setState(before.kind === 'working' ? { kind: 'idle' } : before);
    else setState({ kind: 'found', ...answer.value });
  };
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped === undefined) return;
    if (dropped.size > mostVerified) setState({ kind: 'trouble', words: 'The file is larger than Muster verifies. Nothing was changed.' });
    else await verify({ kind: 'dropped', name: dropped.name.slice(0, 200), bytes: new Uint8Array(await dropped.arrayBuffer()) });
  };

  return (
    <Panel title="Verify a PDF" aside={<button type="button" className={styles.more} aria-expanded={more} onClick={() => setMore((before) => !before)}>{more ? 'Fewer options' : 'Password, another key'}</button>}>
      <div className={styles.card}>
        <div
          className={cx(styles.drop, over && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => void drop(event)}
        >
          <Button leftSection={<IconShieldCheck size={14} stroke={1.6} />} loading={state.kind === 'working'} disabled={key === null} onClick={() => void verify({ kind: 'ask' })}>Choose a PDF to verify</Button>
          <span>or drop it here. Every byte is compared with what this agency signed; a file that was changed is told page by page.</span>
        </div>
        {more && (
          <div className={styles.options}>
            <PasswordInput label="Password, if it has one" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
            <TextInput label="Fingerprint of another agency’s key" placeholder="empty: this agency’s own" value={typed} error={key === null ? 'Not a fingerprint: 64 digits and letters a to f.' : null} onChange={(event) => setTyped(event.currentTarget.value)} />
          </div>
        )}
        {state.kind === 'found' && <VerdictView name={state.name} verdict={state.verdict} />}
        {state.kind === 'trouble' && <p role="alert" className={styles.against}>{state.words}</p>}
      </div>
    </Panel>
  );
}
