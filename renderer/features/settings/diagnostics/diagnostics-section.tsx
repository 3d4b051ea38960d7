import { Button, CopyButton } from '@mantine/core';
import { spaceWords } from '../../../../shared/storage/space.ts';
import { useSession } from '../../../session/session.tsx';
import { useSpaceConcerns } from '../../../session/storage-watch.ts';
import settings from '../settings.module.css';
import { Trouble } from '../trouble.tsx';
import styles from './diagnostics.module.css';
import { useDiagnostics } from './use-diagnostics.ts';

/** How much room is left, and what may be shown to whoever helps: in full, before anything is saved. */
export function DiagnosticsSection() {
  const { agencyId, isDemo } = useSession();
  const concerns = useSpaceConcerns(isDemo ? null : agencyId);
  const { text, trouble, saved, renew, save } = useDiagnostics();
  return (
    <>
      <p className={settings.intro}>
        For whoever helps you when something does not work. It holds numbers, switches and codes: no names, no dates of people, nothing anybody typed, no folders. Read it,
        then save it as a text file and send it. Muster itself sends nothing.
      </p>
      {concerns.map((concern) => {
        const { title, text: words } = spaceWords(concern);
        return (
          <section key={concern.kind} className={styles.concern}>
            <h3>{title}</h3>
            <p>{words}</p>
          </section>
        );
      })}
      <div className={styles.bar}>
        <Button variant="filled" disabled={text === null} onClick={() => void save()}>Save as text</Button>
        <CopyButton value={text ?? ''}>{({ copied, copy }) => <Button disabled={text === null} onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}</CopyButton>
        <Button onClick={renew}>Make anew</Button>
        <span aria-live="polite" className={settings.quiet}>{saved}</span>
      </div>
      <Trouble words={trouble} />
      <pre className={styles.report}>{text ?? 'Looking …'}</pre>
    </>
  );
}
