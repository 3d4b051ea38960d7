import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { isSoundCode, madeWords, pdfFindingWords, standingWords, type PdfVerdict } from '../../../shared/proof/verdict.ts';
import { cx } from '../../ui/cx.ts';
import styles from './verify.module.css';

const mostShown = 60;

/** What the verification of one file found: the verdict in a sentence, then every reason for it, what speaks against it first. */
export function VerdictView({ name, verdict }: { readonly name: string; readonly verdict: PdfVerdict }) {
  const isGood = verdict.standing === 'unaltered';
  const findings = [...verdict.findings].sort((one, other) => Number(isSoundCode(one.code)) - Number(isSoundCode(other.code)));
  const Icon = isGood ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={styles.verdict} role="status">
      <p className={cx(styles.standing, isGood ? styles.good : styles.bad)}><Icon size={16} stroke={1.7} aria-hidden /><b>{standingWords(verdict)}</b></p>
      <p className={styles.file}>{verdict.made === null ? name : `${name}: ${verdict.made.agency}, ${madeWords(verdict.made)}`}</p>
      <ul>
        {findings.slice(0, mostShown).map((finding, at) => <li key={`${finding.code} ${at}`} className={isSoundCode(finding.code) ? undefined : styles.against}>{pdfFindingWords(finding)}</li>)}
        {findings.length > mostShown && <li>{`and ${findings.length - mostShown} more`}</li>}
      </ul>
    </div>
  );
}
