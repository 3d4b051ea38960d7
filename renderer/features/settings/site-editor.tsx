import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Site } from '../../../shared/model/agency.ts';
import styles from './settings.module.css';

/** The name of a site. */
export function SiteEditor({ site, isNew, working, onSave, onClose }: {
  readonly site: Site;
  readonly isNew: boolean;
  readonly working: boolean;
  readonly onSave: (site: Site) => Promise<void>;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(site.name);
  const [asked, setAsked] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() !== '') void onSave({ ...site, name: name.trim() });
  };
  return (
    <form className={styles.editor} style={{ maxWidth: 460 }} onSubmit={submit} noValidate>
      <TextInput label="Name of the site" value={name} onChange={(event) => setName(event.currentTarget.value)} error={asked && name.trim() === '' ? 'Write a name.' : null} required data-autofocus />
      <div className={styles.actions}>
        <Button type="submit" variant="filled" loading={working}>{isNew ? 'Add site' : 'Save site'}</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
