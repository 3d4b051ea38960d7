import type { ListTally } from '../../shared/agenda/exclusions/month-close.ts';
import { exclusionListWords } from '../../shared/model/exclusion.ts';
import { SplitBar } from '../ui/progress-bar.tsx';

/** How far one list of a month is: of those who owe it, who is clear, confirmed, to decide, undetermined, or not searched yet. */
export function ListBar({ tally }: { readonly tally: ListTally }) {
  return (
    <SplitBar
      label={exclusionListWords[tally.list].long}
      parts={[
        { key: 'done', count: tally.done, label: 'clear', tone: 'ok' },
        { key: 'confirmed', count: tally.confirmed, label: 'confirmed', tone: 'fail' },
        { key: 'undecided', count: tally.undecided, label: 'to decide', tone: 'review' },
        { key: 'unable', count: tally.unable, label: 'undetermined', tone: 'review' },
        { key: 'missing', count: tally.missing, label: 'not searched yet', tone: 'rest' },
      ]}
    />
  );
}
