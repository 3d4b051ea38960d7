import { useEffect, useRef, useState } from 'react';
import type { DocumentRecord } from '../../shared/model/document.ts';
import { useDocumentBytes } from '../session/use-document-copy.ts';
import { startOpening, type Opened } from './open-pages.ts';

/** Where opening a document is. `problem` is the sentence to show. */
export type Opening = { readonly kind: 'reading' } | { readonly kind: 'problem'; readonly words: string } | Opened;

const reading: Opening = { kind: 'reading' };

/**
 * Reads a document and opens its pages, once a document; what it held is freed when another takes its place. Opening one of the medical vault is
 * written to the log by `useDocumentBytes`, so this is mounted only where somebody asked to see it.
 */
export function useOpened(document: DocumentRecord): Opening {
  const bytesOf = useDocumentBytes();
  const read = useRef(bytesOf);
  const asked = useRef(document);
  useEffect(() => {
    read.current = bytesOf;
    asked.current = document;
  });
  const [state, setState] = useState<{ readonly id: string; readonly opening: Opening } | null>(null);
  const { id } = document;
  useEffect(() => {
    const stop = new AbortController();
    const say = (opening: Opening): void => {
      if (!stop.signal.aborted) setState({ id, opening });
    };
    const started = startOpening(asked.current.mediaType);
    const open = async (): Promise<void> => {
      const bytes = await read.current(asked.current);
      if (stop.signal.aborted) return;
      if (!bytes.ok) {
        say({ kind: 'problem', words: bytes.error });
        return;
      }
      // A copy only where the bytes are part of something larger: the worker takes them over as they are.
      const own = bytes.value.buffer instanceof ArrayBuffer && bytes.value.byteLength === bytes.value.buffer.byteLength ? (bytes.value as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes.value);
      const opened = await started.open(own);
      say(opened.ok ? opened.value : { kind: 'problem', words: opened.error });
    };
    void open();
    return () => {
      stop.abort();
      started.stop();
    };
  }, [id]);
  return state?.id === id ? state.opening : reading;
}
