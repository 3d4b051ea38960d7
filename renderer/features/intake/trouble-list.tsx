import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useIntake, type Trouble } from '../../session/intake/intake.tsx';
import styles from './intake.module.css';

/** Files that were not taken: what is wrong with each, and the mend in place where there is one. */
export function TroubleList() {
  const { troubles } = useIntake();
  if (troubles.length === 0) return null;
  return (
    <ul className={styles.troubles} aria-label="Not taken">
      {troubles.map((trouble) => <TroubleLine key={trouble.id} trouble={trouble} />)}
    </ul>
  );
}

function TroubleLine({ trouble }: { readonly trouble: Trouble }) {
  const { tryPassword, dropTrouble } = useIntake();
  const [password, setPassword] = useState('');
  return (
    <li className={styles.trouble}>
      <p>{trouble.words}</p>
      {trouble.askPassword && (
        <form
          className={styles.troubleForm}
          onSubmit={(event) => {
            event.preventDefault();
            tryPassword(trouble.id, password);
          }}
        >
          <PasswordInput size="xs" aria-label={`Password of ${trouble.handed.name}`} placeholder="Password of the file" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          <Button type="submit" loading={trouble.working}>Open</Button>
        </form>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => dropTrouble(trouble.id)}>Leave it out</Button>
    </li>
  );
}
