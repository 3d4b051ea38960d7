import { Button, Group, Modal } from '@mantine/core';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { MappingStep } from './mapping-step.tsx';
import { SummaryStep } from './summary-step.tsx';
import type { Flow, ListImport } from './use-list-import.ts';
import styles from './lists.module.css';

/** The way of one file from the disk into force; nothing is recorded before the last button. */
export function ImportDialog({ intake }: { readonly intake: ListImport }) {
  const { flow } = intake;
  return (
    <Modal
      opened={flow.at !== 'idle'}
      onClose={intake.close}
      title={titleOf(flow)}
      size={flow.at === 'mapping' ? 860 : 720}
      closeOnClickOutside={false}
      styles={{ title: { fontWeight: 600 } }}
    >
      {flow.at === 'busy' && (
        <div className={styles.busy}>
          <p role="status">{`${flow.words}${flow.total === null ? '' : `, ${Math.round((100 * flow.done) / Math.max(1, flow.total))} %`}`}</p>
          <ProgressBar label={flow.words} done={flow.done} total={flow.total} />
          {flow.cancel !== null && <Group justify="flex-end"><Button data-autofocus onClick={flow.cancel}>Cancel</Button></Group>}
        </div>
      )}
      {flow.at === 'refused' && (
        <Refused words={flow.words} again={flow.again} onClose={intake.close} />
      )}
      {flow.at === 'mapping' && <MappingStep key={flow.source.name} flow={flow} intake={intake} />}
      {flow.at === 'summary' && <SummaryStep key={flow.incoming.summary.sha256} flow={flow} intake={intake} />}
    </Modal>
  );
}

function Refused({ words, again, onClose }: { readonly words: string; readonly again: (() => void) | null; readonly onClose: () => void }) {
  const button = useFirstFocus<HTMLButtonElement>();
  return (
    <>
      <p className={styles.refused} role="alert">{words}</p>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button {...(again === null ? { ref: button, variant: 'filled' } : {})} onClick={onClose}>Leave it</Button>
        {again !== null && <Button ref={button} variant="filled" onClick={again}>Try again</Button>}
      </Group>
    </>
  );
}

function titleOf(flow: Flow): string {
  switch (flow.at) {
    case 'idle':
      return '';
    case 'busy':
      return 'Import a list';
    case 'refused':
      return 'The list was not imported';
    case 'mapping':
      return `Which column is which? ${exclusionListWords[flow.preview.list].long}`;
    case 'summary':
      return `Import this file? ${exclusionListWords[flow.incoming.summary.list].long}`;
  }
}
