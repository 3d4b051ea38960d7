import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { contract, events, type Channel, type ChannelArgs, type ChannelResult, type EventBody, type EventName } from '../shared/ipc/contract.ts';
import { fail } from '../shared/result.ts';
import { isAppUrl } from './allowed-urls.ts';
import { framesOf, log } from './log.ts';

/** A window as Electron's own look-up returns it. */
export type AppWindow = NonNullable<ReturnType<typeof BrowserWindow.fromWebContents>>;
export type Handler<Name extends Channel> = (args: ChannelArgs<Name>, window: AppWindow) => Promise<ChannelResult<Name>>;
export type Handlers = { readonly [Name in Channel]: Handler<Name> };

/** Connects every channel of the contract. The type makes a forgotten one a compile error. */
export function answerRequests(handlers: Handlers): void {
  for (const name of Object.keys(contract).filter(isChannel)) answer(name, handlers[name]);
}

/**
 * One channel: the sender is checked first, then the arguments are parsed, then the handler runs, and whatever happens
 * comes back as data. Only a stranger is rejected: to them even the shape of an answer is no business of theirs.
 */
function answer<Name extends Channel>(name: Name, handler: Handler<Name>): void {
  const schema = contract[name].args;
  ipcMain.handle(name, async (event, ...raw: unknown[]): Promise<ChannelResult<Name>> => {
    const window = trustedWindow(event);
    if (window === null) {
      log('error', 'sender-refused', { channel: name });
      throw new Error(`${name}: this frame may not ask`);
    }
    try {
      const parsed = schema.safeParse(raw.length === 0 ? {} : raw[0]);
      if (!parsed.success || raw.length > 1) {
        const where = parsed.error?.issues[0]?.path.map(String).join('.') ?? '';
        log('error', 'arguments-refused', { channel: name, where: where.slice(0, 100) });
        return fail({ code: 'bad-arguments', detail: where });
      }
      return await handler(parsed.data as ChannelArgs<Name>, window);
    } catch (error) {
      log('error', 'handler-failed', { channel: name, frames: framesOf(error) });
      return fail({ code: 'failed' });
    }
  });
}

/** The window whose own page asked, or null: a sub-frame, a page of another origin or a page that is gone. */
export function trustedWindow(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): AppWindow | null {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || !isAppUrl(frame.url)) return null;
  return BrowserWindow.fromWebContents(event.sender);
}

/** Tells the page something, in the shape the contract promises. A page that has gone in the meantime is not told. */
export function tell<Name extends EventName>(contents: WebContents, name: Name, body: EventBody<Name>): void {
  if (!contents.isDestroyed()) contents.send(name, events[name].parse(body));
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}
