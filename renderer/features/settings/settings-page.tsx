import type { ComponentType } from 'react';
import { navigate, useRoute } from '../../ui/navigate.ts';
import { AgencySection } from './agency-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupSection } from './backup/backup-section.tsx';
import { DataSection } from './data-section.tsx';
import { DiagnosticsSection } from './diagnostics/diagnostics-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { OwnSection } from './own-section.tsx';
import { PacksSection } from './packs-section.tsx';
import { RecipientsSection } from './recipients-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { RequirementsSection } from './requirements-section.tsx';
import { RetentionSection } from './retention/retention-section.tsx';
import { SecuritySection } from './security/security-section.tsx';
import { TeamsSection } from './teams-section.tsx';
import { UsersSection } from './users/users-section.tsx';
import styles from './settings.module.css';

const sections: readonly { readonly key: string; readonly title: string; readonly view: ComponentType }[] = [
  { key: 'agency', title: 'Agency', view: AgencySection },
  { key: 'packs', title: 'Rule packs', view: PacksSection },
  { key: 'requirements', title: 'Requirements', view: RequirementsSection },
  { key: 'own', title: 'Your own requirements', view: OwnSection },
  { key: 'teams', title: 'Teams and sites', view: TeamsSection },
  { key: 'recipients', title: 'Recipients of binders', view: RecipientsSection },
  { key: 'reminders', title: 'Reminders', view: RemindersSection },
  { key: 'users', title: 'Users', view: UsersSection },
  { key: 'security', title: 'Passphrase and lock', view: SecuritySection },
  { key: 'appearance', title: 'Appearance', view: AppearanceSection },
  { key: 'network', title: 'Network', view: NetworkSection },
  { key: 'backup', title: 'Backup', view: BackupSection },
  { key: 'retention', title: 'Retention', view: RetentionSection },
  { key: 'data', title: 'Data and export', view: DataSection },
  { key: 'diagnostics', title: 'Diagnostics', view: DiagnosticsSection },
];

/** Everything an agency decides for itself. The section is in the address, so that a link can point at it. */
export function SettingsPage() {
  const { parts } = useRoute();
  const shown = sections.find((section) => section.key === parts[1]) ?? sections[0];
  if (shown === undefined) return null;
  const View = shown.view;
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label="Settings">
        {sections.map((section) => (
          <a
            key={section.key}
            href={`#/settings/${section.key}`}
            className={styles.link}
            aria-current={section.key === shown.key ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(`/settings/${section.key}`);
            }}
          >
            {section.title}
          </a>
        ))}
      </nav>
      <div className={styles.content}>
        <h2 className={styles.heading}>{shown.title}</h2>
        <View />
      </div>
    </div>
  );
}
