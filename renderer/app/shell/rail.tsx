import { Tooltip } from '@mantine/core';
import { useMemo } from 'react';
import { cx } from '../../ui/cx.ts';
import { useIntake } from '../../session/intake/intake.tsx';
import { useSession } from '../../session/session.tsx';
import { pathFor, screensFor, type Screen } from '../routes.ts';
import { useOpenMatches } from './use-open-matches.ts';
import styles from './shell.module.css';

/** The screens, with counts of what waits for somebody: on Today verdicts that stop work and decisions to make, on Exclusions the matches. */
export function Rail({ current }: { readonly current: Screen['key'] | null }) {
  const { evaluation, surveying } = useSession();
  const waiting = useMemo(
    () => evaluation.standings.filter((standing) => standing.status === 'fail' || standing.status === 'review').length,
    [evaluation],
  );
  const matches = useOpenMatches();
  const papers = useIntake().queue.length;
  const counts: Partial<Readonly<Record<Screen['key'], { readonly count: number; readonly of: string }>>> = {
    today: { count: waiting, of: 'waiting for a decision or stopping work' },
    intake: { count: papers, of: papers === 1 ? 'paper waits' : 'papers wait' },
    exclusions: { count: matches, of: matches === 1 ? 'match to decide' : 'matches to decide' },
  };
  return (
    <nav className={styles.rail} aria-label="Screens">
      {screensFor(surveying).map((screen) => {
        const { count, of } = counts[screen.key] ?? { count: 0, of: '' };
        return (
          <Tooltip key={screen.key} label={`${screen.title} · ${screen.keys}`} position="right">
            <a
              href={`#${pathFor(screen, surveying)}`}
              className={cx(styles.railItem, screen.key === current && styles.railCurrent, screen.key === 'settings' && styles.railLast)}
              aria-current={screen.key === current ? 'page' : undefined}
              draggable={false}
            >
              <screen.icon size={19} stroke={1.5} aria-hidden="true" />
              <span className={styles.railLabel}>{screen.title}</span>
              {count > 0 && (
                <span className={styles.badge}>
                  {count > 99 ? '99+' : count}
                  <span className="sr-only">{` ${of}`}</span>
                </span>
              )}
            </a>
          </Tooltip>
        );
      })}
    </nav>
  );
}
