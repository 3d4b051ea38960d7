import { Anchor } from '@mantine/core';
import type { Vendor } from '../../../../shared/model/agency.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { vendorKindWords } from '../forms/vendor-form.tsx';
import type { AgencyDeed } from '../deeds.ts';
import styles from '../panel.module.css';

/** Companies and owners whom exclusion lists are searched for as well. */
export function Vendors({ onDeed }: { readonly onDeed: (deed: AgencyDeed) => void }) {
  const { file, asOf, canRecord } = useSession();
  const vendors: readonly Vendor[] = file.vendors ?? [];
  const day = (date: Vendor['to']) => (date === undefined ? '' : <DateWithDistance date={dateWords(date)} distance={distanceWords(date, asOf)} />);
  return (
    <Panel title="Vendors and owners" aside={<WriteButton size="compact-xs" onClick={() => onDeed({ kind: 'vendor', vendor: null })}>Add a vendor</WriteButton>}>
      {vendors.length === 0 ? <p className={styles.facts}>None yet. Staffing companies, contractors and owners are searched in the exclusion lists like staff.</p> : (
        <table className={styles.table}>
          <thead><tr><th scope="col">Name</th><th scope="col">Other names</th><th scope="col">Kind</th><th scope="col">From</th><th scope="col">Last day</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
          <tbody>
            {vendors.map((vendor) => (
              <tr key={vendor.id}>
                <th scope="row">{vendor.name}</th>
                <td>{(vendor.otherNames ?? []).join(', ')}</td>
                <td>{vendorKindWords[vendor.kind]}</td>
                <td>{day(vendor.from)}</td>
                <td>{day(vendor.to)}</td>
                <td><Anchor component="button" type="button" size="xs" disabled={!canRecord} aria-label={`Change ${vendor.name}`} onClick={() => onDeed({ kind: 'vendor', vendor })}>Change</Anchor></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
