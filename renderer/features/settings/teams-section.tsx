import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Site, Team } from '../../../shared/model/agency.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { dateWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SiteEditor } from './site-editor.tsx';
import { TeamEditor } from './team-editor.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useChange } from './use-change.ts';

type Editing = { readonly team: Team; readonly isNew: boolean } | { readonly site: Site; readonly isNew: boolean } | null;

/** Teams and the sites they work from. A team that has served is kept, since employments refer to it; it can be renamed. */
export function TeamsSection() {
  const { file, newId } = useSession();
  const { working, trouble, canWrite, change } = useChange();
  const [editing, setEditing] = useState<Editing>(null);
  const teams = file.teams ?? [];
  const sites = file.sites ?? [];
  const addTeam = (): void => setEditing({ team: { id: newId(), name: '' }, isNew: true });
  const addSite = (): void => setEditing({ site: { id: newId(), name: '' }, isNew: true });
  const close = (): void => setEditing(null);
  const supervisor = (id: string | undefined): string => {
    const person = file.people.find((each) => each.id === id);
    return person === undefined ? '' : fullName(shownName(person));
  };

  return (
    <>
      <p className={styles.intro}>
        A person has the rule packs of the teams they belong to on a day. A team without packs of its own has the agency&apos;s.
      </p>
      {teams.length === 0 ? (
        <div className={styles.flush}><EmptyState action={<Button variant="filled" disabled={!canWrite} onClick={addTeam}>Add team</Button>}>No teams yet. Everybody has the agency&apos;s rule packs.</EmptyState></div>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Team</th>
                <th scope="col">Site</th>
                <th scope="col">Supervisor</th>
                <th scope="col">Rule packs</th>
                <th scope="col">Began</th>
                <th scope="col"><span className="sr-only">Change</span></th>
              </tr>
            </thead>
            <tbody>
              {teams.map((team) => (
                <tr key={team.id}>
                  <th scope="row">{team.name}</th>
                  <td className={styles.quiet}>{sites.find((site) => site.id === team.siteId)?.name ?? ''}</td>
                  <td className={styles.quiet}>{supervisor(team.supervisorId)}</td>
                  <td className={styles.quiet}>{team.packs === undefined || team.packs.length === 0 ? "The agency's" : team.packs.map((id) => packs[id].title).join(', ')}</td>
                  <td className={styles.quiet}>{team.implementedOn === undefined ? '' : dateWords(team.implementedOn)}</td>
                  <td><Button variant="subtle" disabled={!canWrite} aria-label={`Change ${team.name}`} onClick={() => setEditing({ team, isNew: false })}>Change</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className={styles.actions}><Button disabled={!canWrite} onClick={addTeam}>Add team</Button></div>
        </>
      )}
      {editing !== null && 'team' in editing && (
        <TeamEditor
          key={editing.team.id}
          {...editing}
          working={working}
          onClose={close}
          onSave={async (team) => {
            if (await change([{ kind: 'put-team', team }], `Saved the team ${team.name}`)) close();
          }}
        />
      )}
      <h3 className={styles.subheading}>Sites</h3>
      {sites.length > 0 && (
        <table className={styles.table} style={{ maxWidth: 460 }}>
          <thead><tr><th scope="col">Site</th><th scope="col"><span className="sr-only">Change</span></th></tr></thead>
          <tbody>
            {sites.map((site) => (
              <tr key={site.id}>
                <th scope="row">{site.name}</th>
                <td><Button variant="subtle" disabled={!canWrite} aria-label={`Rename ${site.name}`} onClick={() => setEditing({ site, isNew: false })}>Rename</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.actions}><Button disabled={!canWrite} onClick={addSite}>Add site</Button></div>
      {editing !== null && 'site' in editing && (
        <SiteEditor
          key={editing.site.id}
          {...editing}
          working={working}
          onClose={close}
          onSave={async (site) => {
            if (await change([{ kind: 'put-site', site }], `Saved the site ${site.name}`)) close();
          }}
        />
      )}
      <Trouble words={trouble} />
    </>
  );
}
