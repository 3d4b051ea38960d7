import { Badge, Button } from '@mantine/core';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import type { KnownAgency } from '../../db/registry.ts';
import { useAgencyDoor } from '../../session/agency-door.tsx';
import styles from './start.module.css';

/** The agencies of this computer, last opened first. */
export function KnownAgencies({ agencies }: { readonly agencies: readonly KnownAgency[] }) {
  const { open, clock } = useAgencyDoor();
  const today = civilDateAt(clock(), defaultTimeZone);
  return (
    <ul className={styles.known} aria-label="Agencies on this computer">
      {agencies.map((agency) => {
        const opened = agency.lastOpened === '' ? null : civilDateAt(Date.parse(agency.lastOpened), defaultTimeZone);
        const replaced = agency.replacedOn === undefined ? null : civilDateAt(Date.parse(agency.replacedOn), defaultTimeZone);
        return (
          <li key={agency.id} className={styles.agency}>
            <div className={styles.agencyName}>
              {agency.name}
              {agency.isDemo && <Badge variant="outline" color="gray" ml={8} tt="none">Demo</Badge>}
              {replaced !== null && <Badge variant="outline" color="gray" ml={8} tt="none">{`Replaced on ${dateWords(replaced)}, to look at`}</Badge>}
            </div>
            <div className={styles.opened}>
              {opened === null ? 'Found on this computer' : <>Last opened <DateWithDistance date={dateWords(opened)} distance={distanceWords(opened, today)} /></>}
            </div>
            <Button onClick={() => void open(agency.id)} aria-label={`Open ${agency.name}`}>Open</Button>
          </li>
        );
      })}
    </ul>
  );
}
