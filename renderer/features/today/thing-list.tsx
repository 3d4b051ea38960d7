import { useImperativeHandle, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import type { TodayItem, TodaySubject } from '../../../shared/agenda/today-list.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { cx } from '../../ui/cx.ts';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ThingGroup } from './by-person.ts';
import styles from './thing-list.module.css';

export type ListHandle = { readonly move: (by: number) => void };

type Props = {
  readonly groups: readonly ThingGroup[];
  readonly asOf: CivilDate;
  readonly current: string | null;
  readonly canNote: boolean;
  readonly onFocus: (key: string) => void;
  readonly onOpen: (item: TodayItem) => void;
  readonly onNote: (item: TodayItem) => void;
  readonly handle: Ref<ListHandle>;
};

const names = ([first, ...others]: readonly [TodaySubject, ...TodaySubject[]]): string =>
  others.length === 0 ? first.name : others.length === 1 ? `${first.name} and ${others[0]?.name ?? ''}` : `${first.name} and ${others.length} more`;

/** `T. Fontenot`: the title has the whole name. */
const initialed = (name: string): string => {
  const [given = '', ...rest] = name.split(' ');
  return rest.length === 0 ? given : `${given.charAt(0)}. ${rest.at(-1) ?? ''}`;
};

const groupVerbs: Readonly<Record<TodayItem['group'], string>> = {
  stop: 'Open case', blocks: 'Record', decide: 'Decide', missing: 'Record', 'soon-14': 'Record', 'soon-30': 'Record', explain: 'Write a note',
};

const verbOf = (item: TodayItem): string => (item.leadsTo.kind === 'report' ? 'Report' : item.leadsTo.kind === 'survey' ? 'Open plan' : groupVerbs[item.group]);

/** The things to do: one focus that the arrows move, Enter opens, and at the end of each line its verb. */
export function ThingList({ groups, asOf, current, canNote, onFocus, onOpen, onNote, handle }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const items = groups.flatMap((group) => group.items);

  const moveTo = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (item === undefined) return;
    onFocus(item.key);
    const row = body.current?.querySelector<HTMLElement>(`[data-thing="${CSS.escape(item.key)}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const at = items.findIndex((item) => item.key === current);
  useImperativeHandle(handle, () => ({ move: (by) => moveTo(at + by) }));

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (to !== undefined) moveTo(to);
    // A button in the line keeps its own Enter.
    else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.dataset['thing'] !== undefined && items[at] !== undefined) onOpen(items[at]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('button') !== null) return;
    const key = event.target.closest<HTMLElement>('[data-thing]')?.dataset['thing'];
    const item = items.find((each) => each.key === key);
    if (item === undefined) return;
    onFocus(item.key);
    onOpen(item);
  };

  const onFocusWithin = (event: FocusEvent): void => {
    const key = event.target.closest<HTMLElement>('[data-thing]')?.dataset['thing'];
    if (key !== undefined && key !== current) onFocus(key);
  };

  return (
    <div ref={body} role="grid" aria-label="Things to do" aria-rowcount={items.length + groups.length + 1} className={styles.list} tabIndex={-1} onKeyDown={onKeyDown} onClick={onClick} onFocus={onFocusWithin}>
      <div role="row" className={cx(styles.row, styles.heads)}>
        {['Standing', 'Person', 'What', 'Who acts', 'Due', 'Action'].map((head) => (
          <div key={head} role="columnheader" className={head === 'Action' ? styles.action : undefined}>
            {head === 'Action' ? <span className="sr-only">{head}</span> : head}
          </div>
        ))}
      </div>
      {groups.map((group) => (
        <div key={group.key} role="rowgroup" aria-label={group.title}>
          <div role="row" className={styles.group}>
            <div role="gridcell" aria-colspan={6}>
              <b>{group.title}</b> <span>{group.items.length}</span>
            </div>
          </div>
          {group.items.map((item) => (
            <Thing key={item.key} item={item} asOf={asOf} isCurrent={item.key === current} canNote={canNote} onOpen={onOpen} onNote={onNote} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Thing({ item, asOf, isCurrent, canNote, onOpen, onNote }: {
  readonly item: TodayItem;
  readonly asOf: CivilDate;
  readonly isCurrent: boolean;
  readonly canNote: boolean;
  readonly onOpen: (item: TodayItem) => void;
  readonly onNote: (item: TodayItem) => void;
}) {
  const { dueOn, group } = item;
  const notes = group === 'explain';
  return (
    <div role="row" data-thing={item.key} data-selected={isCurrent} aria-selected={isCurrent} tabIndex={isCurrent ? 0 : -1} className={cx(styles.row, styles.thing)}>
      <div role="gridcell"><StatusMark {...lookOf(item.status)} variant="pill" /></div>
      <div role="gridcell" className={styles.person} title={item.subjects.map((subject) => subject.name).join(', ')}>{names(item.subjects)}</div>
      <div role="gridcell" className={styles.what} title={item.what}>{item.what}</div>
      <div role="gridcell" className={styles.who} title={item.whoActs ?? ''}>{item.whoActs === null ? '' : initialed(item.whoActs)}</div>
      <div role="gridcell">
        {dueOn === null ? <span className={styles.noDate}>no date</span> : (
          <DateWithDistance date={dateWords(dueOn)} distance={distanceWords(dueOn, asOf)} tone={dueOn < asOf ? 'over' : 'plain'} />
        )}
      </div>
      <div role="gridcell" className={styles.action}>
        <button type="button" tabIndex={isCurrent ? 0 : -1} disabled={notes && !canNote} onClick={() => (notes ? onNote(item) : onOpen(item))}>
          {verbOf(item)}
          <span className="sr-only">{`: ${item.what}, ${names(item.subjects)}`}</span>
        </button>
      </div>
    </div>
  );
}
