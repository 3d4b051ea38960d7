import { ActionIcon, Menu, NumberInput, Select, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMinus, IconPlus, IconRotateClockwise, type Icon } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { zoomSteps, zoomWords, type Zoom } from './page-layout.ts';
import styles from './viewer.module.css';

export type Turning = 'page-right' | 'page-left' | 'all-right' | 'all-over';

/** Looks and says that it does not act, and keeps the focus. */
const off = { 'data-disabled': true, 'aria-disabled': true } as const;

function BarButton({ label, keys, icon: Sign, onClick, disabled = false }: {
  readonly label: string;
  readonly keys: string;
  readonly icon: Icon;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}) {
  return (
    <Tooltip label={`${label} · ${keys}`}>
      <ActionIcon aria-label={label} {...(disabled ? off : {})} onClick={() => { if (!disabled) onClick(); }}><Sign size={16} stroke={1.6} aria-hidden="true" /></ActionIcon>
    </Tooltip>
  );
}

/** The tools above the pages: where one is, how large, and turning. `tools` stand at the end. */
export function ViewerBar({ page, pages, zoom, scale, onGo, onZoom, onStep, onTurn, whyNotTurn, tools }: {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly scale: number;
  readonly onGo: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onTurn: ((how: Turning) => void) | null;
  /** Why pages cannot be turned now; null where they can. */
  readonly whyNotTurn: string | null;
  readonly tools: ReactNode;
}) {
  const [typed, setTyped] = useState<string | number | null>(null);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onGo(Math.min(pages, wanted));
    setTyped(null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    go();
  };
  const zooms = [
    { value: 'width', label: `Fit width · ${zoomWords(scale)}` },
    { value: 'page', label: `Fit page · ${zoomWords(scale)}` },
    ...zoomSteps.map((step) => ({ value: String(step), label: `${step * 100} %` })),
  ];
  const chosen = typeof zoom === 'string' ? zoom : String(zoom);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Tools of the document">
      <div className={styles.group}>
        <BarButton label="Previous page" keys="Page Up" icon={IconChevronUp} disabled={page <= 1} onClick={() => onGo(page - 1)} />
        <BarButton label="Next page" keys="Page Down" icon={IconChevronDown} disabled={page >= pages} onClick={() => onGo(page + 1)} />
        <NumberInput aria-label="Page" size="xs" w={44} hideControls min={1} max={pages} clampBehavior="none" value={typed ?? page} onChange={setTyped} onBlur={go} onKeyDown={onKey} classNames={{ input: styles.pageField ?? '' }} />
        <span className={styles.of}>{`of ${pages}`}</span>
      </div>
      <div className={styles.group}>
        <BarButton label="Smaller" keys="-" icon={IconMinus} onClick={() => onStep(-1)} />
        <Select
          aria-label="Size"
          w={128}
          allowDeselect={false}
          value={chosen}
          data={zooms.some(({ value }) => value === chosen) ? zooms : [...zooms, { value: chosen, label: zoomWords(scale) }]}
          onChange={(value) => {
            if (value !== null) onZoom(value === 'width' || value === 'page' ? value : Number(value));
          }}
        />
        <BarButton label="Larger" keys="+" icon={IconPlus} onClick={() => onStep(1)} />
      </div>
      {onTurn !== null && (
        <div className={styles.group}>
          <Tooltip label={whyNotTurn ?? 'Turn this page · R'}>
            <ActionIcon aria-label="Turn this page" {...(whyNotTurn === null ? {} : off)} onClick={() => { if (whyNotTurn === null) onTurn('page-right'); }}>
              <IconRotateClockwise size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
          {whyNotTurn === null && (
            <Menu position="bottom-start" offset={4}>
              <Menu.Target>
                <ActionIcon aria-label="More ways to turn" w={20}><IconChevronDown size={12} stroke={1.6} aria-hidden="true" /></ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onTurn('page-left')} rightSection="Shift R">This page to the left</Menu.Item>
                {pages > 1 && <Menu.Item onClick={() => onTurn('all-right')}>All pages to the right</Menu.Item>}
                {pages > 1 && <Menu.Item onClick={() => onTurn('all-over')}>All pages upside down</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      )}
      <span className={styles.grow} />
      <div className={styles.group}>{tools}</div>
    </div>
  );
}
