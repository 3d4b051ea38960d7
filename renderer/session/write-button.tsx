import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from './session.tsx';
import { Kbd } from '../ui/kbd.tsx';

/** Why nothing can be recorded now; null where it can. The sentence stands where the button would act. */
export function useWhyNotRecord(): string | null {
  const { isNow, canRecord, copy, surveying } = useSession();
  if (surveying !== null) return 'A surveyor is looking: nothing can be recorded until surveyor mode is left.';
  if (!isNow) return 'You are looking at another day. Go back to today (Esc) to record anything.';
  if (copy !== null) return copy.kind === 'handed-over' ? `This copy was handed over to ${copy.to}, where records are written now. Take it back in Settings, Backup, if that file was lost.` : 'A restored copy took the place of this one. Open that one to record anything.';
  return canRecord ? null : 'An auditor sees the records and changes nothing. HR or compliance can record this.';
}

/** A button that writes: shows its key, and where nothing can be recorded, why it does not act. */
export function WriteButton({ children, shortcut, onClick, ...rest }: ButtonProps & {
  readonly children: ReactNode;
  readonly shortcut?: string;
  readonly onClick: () => void;
}) {
  const whyNot = useWhyNotRecord();
  const button = (
    <Button
      {...rest}
      {...(whyNot === null ? {} : { 'data-disabled': true, 'aria-disabled': true })}
      rightSection={shortcut === undefined ? undefined : <Kbd onAccent={rest.variant === 'filled'}>{shortcut}</Kbd>}
      onClick={() => {
        if (whyNot === null) onClick();
      }}
    >
      {children}
    </Button>
  );
  return whyNot === null ? button : <Tooltip label={whyNot}>{button}</Tooltip>;
}
