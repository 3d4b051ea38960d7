import { Button, CopyButton, Group } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { navigate } from '../ui/navigate.ts';
import styles from './error-boundary.module.css';

type Props = { readonly children: ReactNode; readonly where: string };
type State = { readonly error: Error | null; readonly stack: string };

/** A bug of ours stops one screen, not the app: says what is safe and what to do, and lets the details be copied. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, stack: '' };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(_error: unknown, info: ErrorInfo): void {
    this.setState({ stack: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, stack } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className={styles.broken} role="alert">
        <h2>{`${this.props.where} could not be shown`}</h2>
        <p>
          Muster made a mistake while drawing this screen. Your records are safe: nothing is written while a screen is drawn. Try again, or go on with another
          screen. If it happens again, copy the details and send them to whoever supports you; they name no person.
        </p>
        <Group gap="xs">
          <Button variant="filled" onClick={() => this.setState({ error: null, stack: '' })}>Try again</Button>
          <Button
            onClick={() => {
              this.setState({ error: null, stack: '' });
              navigate('/today');
            }}
          >
            Open Today
          </Button>
          {/* The message may quote a record; its kind and the place in the code cannot. */}
          <CopyButton value={`${error.name} in ${this.props.where}\n${places(error.stack ?? '')}\n${stack}`}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy details'}</Button>}
          </CopyButton>
        </Group>
      </div>
    );
  }
}

const places = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
