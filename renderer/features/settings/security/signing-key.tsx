import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fingerprintWords } from '../../../../shared/proof/key-words.ts';
import { signingKey } from '../../../platform/desktop.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import settings from '../settings.module.css';

type Found = { readonly fingerprint: string; readonly demonstration: boolean } | { readonly trouble: string };

/** The key binders are signed with: what somebody outside compares a binder with. */
export function SigningKey() {
  const { agencyId } = useSession();
  const [key, setKey] = useState<Found | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void signingKey({ agencyId }).then((answer) => {
      if (!gone) setKey(answer.ok ? answer.value : { trouble: failureWords(answer.error) });
    });
    return () => {
      gone = true;
    };
  }, [agencyId]);
  if (key === null) return null;
  return (
    <>
      <h3 className={settings.subheading}>The key binders are signed with</h3>
      {'trouble' in key ? <p className={settings.quiet}>{key.trouble}</p> : (
        <>
          <p className={settings.quiet} style={{ maxWidth: 640 }}>
            {key.demonstration
              ? 'The demo agency signs with a published key, which everybody has: it shows how a signed binder looks, and proves nothing.'
              : 'Every binder is signed. Tell an auditor this fingerprint by another way than the binder itself, on the telephone or on paper: with it they see that a binder is yours and that no page was changed.'}
          </p>
          <p className="num" style={{ maxWidth: 640, marginTop: 8, fontWeight: 500, overflowWrap: 'anywhere' }}>{fingerprintWords(key.fingerprint)}</p>
          <div className={settings.actions}>
            <Button onClick={() => void navigator.clipboard.writeText(key.fingerprint).then(() => setCopied('Copied'), () => setCopied('The system did not let Muster copy it'))}>{copied ?? 'Copy the fingerprint'}</Button>
          </div>
        </>
      )}
    </>
  );
}
