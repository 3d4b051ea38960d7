import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from './session.tsx';
import { Kbd } from '../ui/kbd.tsx';

export const lookingBackHint = 'You are looking at another day. Go back to today (Esc) to record anything.';

/** A button that writes: shows its key, and while another day is looked at, why it does not act. */
export function WriteButton({ children, shortcut, onClick, ...rest }: ButtonProps & {
  readonly children: ReactNode;
  readonly shortcut?: string;
  readonly onClick: () => void;
}) {
  const { isNow } = useSession();
  const button = (
    <Button
      {...rest}
      {...(isNow ? {} : { 'data-disabled': true, 'aria-disabled': true })}
      rightSection={shortcut === undefined ? undefined : <Kbd onAccent={rest.variant === 'filled'}>{shortcut}</Kbd>}
      onClick={() => {
        if (isNow) onClick();
      }}
    >
      {children}
    </Button>
  );
  return isNow ? button : <Tooltip label={lookingBackHint}>{button}</Tooltip>;
}
