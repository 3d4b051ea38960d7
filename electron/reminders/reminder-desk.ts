import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { ReminderRun, ReminderStatus, ReminderSwitches } from '../../shared/ipc/reminders.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { systemCode } from '../system-code.ts';
import type { LoginItem } from './login-item.ts';
import type { SwitchStore } from './reminder-switches.ts';

/** What the tray shows: numbers, never names. */
export type TrayCounts = Pick<ReminderRun, 'overdue' | 'soon' | 'told'>;
export type TrayIcon = { readonly show: (counts: TrayCounts) => void; readonly hide: () => void; readonly isShown: () => boolean };

/** The machine as far as reminders need it. */
export type ReminderMachine = {
  readonly canNotify: () => boolean;
  /** Shows a notification and answers the function that takes it away again. */
  readonly notify: (notice: { readonly title: string; readonly body: string }) => () => void;
  /** Whether nobody may be looking: locked, or not to be found out. */
  readonly isLocked: () => boolean;
  readonly onLock: (listener: () => void) => void;
  readonly tray: TrayIcon;
  readonly login: LoginItem;
  /** ISO instant. */
  readonly now: () => string;
};

export type ReminderDesk = {
  readonly status: () => ReminderStatus;
  readonly set: (switches: ReminderSwitches) => Promise<Result<null, IpcFailure>>;
  readonly run: (run: ReminderRun) => void;
  /** Whether closing the window leaves the program running: only where a tray icon leads back to it. */
  readonly staysOnClose: () => boolean;
};

const none: TrayCounts = { overdue: 0, soon: 0, told: 0 };

/** Decides what of a run reaches the screen, and keeps the switches. One notification a run, however much it told. */
export function reminderDesk(store: SwitchStore, machine: ReminderMachine): ReminderDesk {
  let counts = none;
  let last: ReminderStatus['last'] = null;
  let takeAway: (() => void) | null = null;
  const { tray, login } = machine;

  const follow = (): void => {
    if (store.now().tray) tray.show(counts);
    else tray.hide();
  };
  follow();
  // A notification outlives the unlocked screen it was shown on.
  machine.onLock(() => {
    takeAway?.();
    takeAway = null;
  });

  const show = ({ text, named }: NonNullable<ReminderRun['notice']>): NonNullable<ReminderStatus['last']>['outcome'] => {
    const { notifications, names } = store.now();
    if (!notifications) return 'switched-off';
    if (!machine.canNotify()) return 'not-possible';
    const withNames = names && named !== '' && !machine.isLocked();
    const close = machine.notify(withNames ? { title: text, body: named } : { title: 'Muster reminders', body: text });
    takeAway = withNames ? close : null;
    return withNames ? 'shown-with-names' : 'shown';
  };

  return {
    status: () => ({
      switches: { ...store.now(), login: login.can === 'yes' && login.isOn() },
      can: { notifications: machine.canNotify(), tray: !store.now().tray || tray.isShown(), login: login.can },
      last,
    }),
    async set({ login: atLogin, ...kept }) {
      const written = await store.set(kept);
      follow();
      if (!written.ok) return written;
      if (login.can !== 'yes' || login.isOn() === atLogin) return ok(null);
      try {
        await login.set(atLogin);
        return ok(null);
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
    },
    run({ notice, ...seen }) {
      counts = seen;
      follow();
      if (notice !== null) last = { at: machine.now(), text: notice.text, outcome: show(notice) };
    },
    staysOnClose: () => store.now().tray && store.now().keepRunning && tray.isShown(),
  };
}

/** `Muster: 2 overdue, 3 within 7 days`, for the tip of the tray icon. */
export function trayWords({ overdue, soon }: TrayCounts): string {
  const parts = [...(overdue > 0 ? [`${overdue} overdue`] : []), ...(soon > 0 ? [`${soon} within 7 days`] : [])];
  return parts.length === 0 ? 'Muster: nothing is due within 7 days' : `Muster: ${parts.join(', ')}`;
}
