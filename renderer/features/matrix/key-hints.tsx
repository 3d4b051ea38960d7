import { Kbd } from '../../ui/kbd.tsx';

/** The keys that act now, at the foot. */
export function KeyHints({ panel, narrowed }: { readonly panel: boolean; readonly narrowed: boolean }) {
  return (
    <>
      <Kbd>←</Kbd><Kbd>→</Kbd><Kbd>↑</Kbd><Kbd>↓</Kbd> move
      <Gap />
      <Kbd>Enter</Kbd> {panel ? 'focus explanation' : 'explain'}
      <Gap />
      {(panel || narrowed) && (
        <>
          <Kbd>Esc</Kbd> {panel ? 'close' : 'clear'}
          <Gap />
        </>
      )}
      <Kbd>P</Kbd> open person
      <Gap />
      <Kbd>?</Kbd> all keys
    </>
  );
}

const Gap = () => <span aria-hidden="true">&ensp;</span>;
