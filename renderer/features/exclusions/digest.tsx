import { Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { copyText } from '../../ui/exporters.ts';
import styles from './digest.module.css';

/** The fingerprint: its first sixteen digits; the whole of it on hover and on the clipboard. */
export function Digest({ sha256 }: { readonly sha256: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Tooltip label={copied ? 'Copied' : `${sha256}. Click to copy.`} maw={520}>
      <button
        type="button"
        className={styles.digest}
        aria-label={`Copy the SHA-256 ${sha256}`}
        onClick={() => {
          void copyText(sha256).then(setCopied);
        }}
        onBlur={() => setCopied(false)}
      >
        {(sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ')}
        <IconCopy size={12} stroke={1.6} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
