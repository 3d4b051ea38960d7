import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { fingerprintWords } from '../../../shared/proof/key-words.ts';
import type { PdfVerdict } from '../../../shared/proof/verdict.ts';
import { countOf } from '../../../shared/wording.ts';
import { verifyPdf } from '../../platform/desktop.ts';
import type { PrintRunDone } from '../../session/print-run-view.tsx';
import { useSession } from '../../session/session.tsx';
import { VerdictView } from './verdict-view.tsx';
import styles from './verify.module.css';

/** Files verified without being asked: what a reader can wait for. */
const atOnce = 25;

type Checked = { readonly name: string; readonly verdict: PdfVerdict } | { readonly name: string; readonly trouble: string };

/** What was just made is read back from the disk and verified, as whoever receives it would. */
export function VerifiedFiles({ run }: { readonly run: PrintRunDone }) {
  const { agencyId } = useSession();
  const [all, setAll] = useState(false);
  const [checked, setChecked] = useState<readonly Checked[]>([]);
  const { files, place } = run;
  const wanted = all ? files.length : Math.min(files.length, atOnce);
  const next = checked.length < wanted ? files[checked.length] : undefined;
  useEffect(() => {
    if (next === undefined) return undefined;
    let gone = false;
    void verifyPdf({ agencyId, which: { kind: 'made', place, name: next.name } }).then((answer) => {
      if (gone) return;
      const found: Checked = answer.ok && answer.value !== null ? answer.value : { name: next.name, trouble: answer.ok ? 'not-found' : (answer.error.detail ?? answer.error.code) };
      setChecked((before) => [...before, found]);
    });
    return () => {
      gone = true;
    };
  }, [agencyId, place, next]);

  const good = checked.flatMap((each) => ('verdict' in each && each.verdict.standing === 'unaltered' ? [each.verdict] : []));
  const bad = checked.filter((each) => !('verdict' in each) || each.verdict.standing !== 'unaltered');
  const pages = good.reduce((sum, verdict) => sum + (verdict.pages ?? 0), 0);
  const key = good[0]?.key ?? null;
  return (
    <div className={styles.verified} role="status">
      {next !== undefined && <p>{`Verifying, ${checked.length + 1} of ${wanted}`}</p>}
      {next === undefined && good.length > 0 && (
        <p className={styles.good}>
          <IconCircleCheck size={16} stroke={1.7} aria-hidden />
          <span><b>{`Verified: ${good.length === 1 ? '' : `${countOf(good.length, 'file')}, `}${countOf(pages, 'page')}, unaltered and signed`}</b>{key === null ? '' : ` with key ${fingerprintWords(key.slice(0, 16))} …`}{good.some(({ findings }) => findings.some(({ code }) => code === 'demonstration-key')) ? ' This is the published key of the demo agency: it proves nothing.' : ''}</span>
        </p>
      )}
      {next === undefined && wanted < files.length && <Button onClick={() => setAll(true)}>{`Verify the other ${files.length - wanted}`}</Button>}
      {bad.map((each) => ('verdict' in each ? <VerdictView key={each.name} name={each.name} verdict={each.verdict} /> : <p key={each.name} role="alert">{`${each.name} could not be read back (${each.trouble}).`}</p>))}
    </div>
  );
}
