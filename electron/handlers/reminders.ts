import { shell } from 'electron';
import { fail, ok } from '../../shared/result.ts';
import { isMailDraft } from '../allowed-urls.ts';
import type { Handler } from '../ipc.ts';
import type { ReminderDesk } from '../reminders/reminder-desk.ts';

/** `reminders-status` */
export function remindersStatus(desk: ReminderDesk): Handler<'reminders-status'> {
  return () => Promise.resolve(ok(desk.status()));
}

/** `set-reminders` */
export function setReminders(desk: ReminderDesk): Handler<'set-reminders'> {
  return async (switches) => {
    const set = await desk.set(switches);
    return set.ok ? ok(desk.status()) : set;
  };
}

/** `remind` */
export function remind(desk: ReminderDesk): Handler<'remind'> {
  return (run) => {
    desk.run(run);
    return Promise.resolve(ok(desk.status()));
  };
}

/** `open-mail`: nothing but a draft of a message is handed to the system, and the person sends it or does not. */
export const openMail: Handler<'open-mail'> = async ({ url }) => {
  if (!isMailDraft(url)) return fail({ code: 'bad-arguments', detail: 'url' });
  try {
    await shell.openExternal(url);
    return ok({});
  } catch {
    return fail({ code: 'not-found' });
  }
};
