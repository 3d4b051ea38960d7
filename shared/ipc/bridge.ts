import type { Channel, ChannelArgs, ChannelResult, EventBody, EventName } from './contract.ts';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

type Request<Name extends Channel> =
  Record<string, never> extends ChannelArgs<Name>
    ? () => Promise<ChannelResult<Name>>
    : (args: ChannelArgs<Name>) => Promise<ChannelResult<Name>>;

/**
 * What the page sees as `window.muster`: one verb a channel (`open-file` is `openFile`), and one `onX` an event, which
 * returns the function that ends the subscription. Nothing else crosses. A request resolves to a Result; it rejects only
 * where the asking frame is not the app's own page.
 */
export type MusterBridge = {
  readonly [Name in Channel as Camel<Name>]: Request<Name>;
} & {
  readonly [Name in EventName as `on${Capitalize<Camel<Name>>}`]: (listener: (body: EventBody<Name>) => void) => () => void;
};

/** The property of `window` that carries the bridge. */
export const bridgeName = 'muster';
