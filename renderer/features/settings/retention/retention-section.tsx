import { useMemo } from 'react';
import { openFindings } from '../../../../shared/agenda/retention/findings.ts';
import { retentionOf, retentionRuleWords } from '../../../../shared/agenda/retention/retention.ts';
import { useSession } from '../../../session/session.tsx';
import settings from '../settings.module.css';
import { DisposalLog } from './disposal-log.tsx';
import { Holds } from './holds.tsx';
import { LeftList } from './left-list.tsx';
import { RuleForm } from './rule-form.tsx';

/** How long files of people who left are kept, what holds them, and the one way in which they go: a list somebody reviewed. */
export function RetentionSection() {
  const { file, today } = useSession();
  const findings = useMemo(() => openFindings(file, today), [file, today]);
  const kept = useMemo(() => retentionOf(file, today, (personId) => findings.get(personId) ?? 0), [file, today, findings]);
  return (
    <>
      <p className={settings.intro}>
        {`Files are kept ${retentionRuleWords(file.agency)}; a rehire begins the time anew. Nothing is disposed of by itself: when the time is over, an administrator reviews who is on the list.`}
      </p>
      <RuleForm />
      <Holds />
      <LeftList kept={kept} />
      <DisposalLog />
    </>
  );
}
