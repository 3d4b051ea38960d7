import { useMemo, useState } from 'react';
import { draftProblems, emptyDraft, evidenceFromDraft } from '../../../shared/agenda/evidence-draft.ts';
import { planClass } from '../../../shared/import/bulk.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { evidenceKindWords } from '../../../shared/model/evidence.ts';
import { countOf, dateWords } from '../../../shared/wording.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { useFileDocument } from '../../session/use-file-document.ts';
import { BulkFrame, type Outcome } from './bulk-frame.tsx';
import { ClassFields } from './class-fields.tsx';
import { PeoplePicker } from './people-picker.tsx';
import styles from './bulk.module.css';

/** One class or sign-in sheet, recorded for everybody who was there. */
export function ClassTab() {
  const { file, today, newId, now, commit } = useSession();
  const [draft, setDraft] = useState(() => emptyDraft('continuing-education'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [document, setDocument] = useState<File | null>(null);
  const [unread, setUnread] = useState<Readonly<Record<string, string | null>>>({});
  const [tried, setTried] = useState(false);
  const fileDocument = useFileDocument();

  const plan = useMemo(
    // Ids and instant of the preview are of no consequence: the items are made anew when they are recorded.
    () => planClass(file, [...chosen], (personId) => evidenceFromDraft(draft, { id: 'preview', personId, recordedAt: '1970-01-01T00:00:00Z', documents: [] })),
    [file, chosen, draft],
  );
  const problem = Object.values(unread).find((each) => each !== null) ?? draftProblems(draft, today)[0]?.message ?? null;
  const why = chosen.size === 0 ? 'Choose who was there.' : plan.items.length === 0 ? 'Everybody chosen has this on file already.' : problem;

  const record = async (): Promise<Outcome> => {
    setTried(true);
    if (why !== null) return { ok: false, words: `Not recorded yet. ${why}` };
    const filed = await fileDocument(document, draft.kind);
    if (!filed.ok) return { ok: false, words: filed.error };
    const recordedAt = now();
    const { items } = planClass(file, [...chosen], (personId) => evidenceFromDraft(draft, { id: newId(), personId, recordedAt, documents: filed.value.documents }));
    const changes: readonly Change[] = [...filed.value.changes, ...items.map((evidence): Change => ({ kind: 'add-evidence', evidence }))];
    const what = `Recorded for ${countOf(items.length, 'person', 'people')}: ${evidenceKindWords[draft.kind]}`;
    const result = await commit(changes, what);
    if (!result.ok) return { ok: false, words: commitErrorWords(result.error) };
    setChosen(new Set());
    setDraft(emptyDraft(draft.kind));
    setDocument(null);
    setTried(false);
    return { ok: true, logId: result.value.logId, words: `${what}.` };
  };

  const on = draft.dates.performedOn;
  return (
    <BulkFrame
      label={plan.items.length === 0 ? 'Record' : `Record ${countOf(plan.items.length, 'item')}`}
      why={why}
      summary={
        plan.items.length === 0 && plan.already.length === 0
          ? 'Nothing chosen yet.'
          : `${countOf(plan.items.length, 'item')}: ${evidenceKindWords[draft.kind]}${on === undefined ? '' : `, ${dateWords(on)}`}, for ${countOf(plan.items.length, 'person', 'people')}.${plan.already.length === 0 ? '' : ` ${plan.already.length} more ${plan.already.length === 1 ? 'has' : 'have'} the same item on file and ${plan.already.length === 1 ? 'is' : 'are'} left out.`}`
      }
      onRecord={record}
    >
      <section className={styles.form} aria-label="The class">
        <ClassFields
          draft={draft}
          onChange={setDraft}
          tried={tried}
          today={today}
          document={document}
          onDocument={setDocument}
          onUnread={(field, found) => setUnread((before) => ({ ...before, [field]: found }))}
        />
      </section>
      <PeoplePicker chosen={chosen} onChange={setChosen} />
    </BulkFrame>
  );
}
