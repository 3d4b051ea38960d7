import { useMemo, useState } from 'react';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { internalProfile, profilesOf } from '../../../shared/report/profiles.ts';
import { useSession } from '../../session/session.tsx';

/** What is chosen for a binder besides whose it is. The password is forgotten with the screen, and once a job has begun. */
export type Choices = {
  readonly profileId: string;
  readonly exhibits: boolean;
  readonly medical: boolean;
  readonly layout: 'file-per-person' | 'one-file';
  readonly folder: 'usual' | 'ask';
  readonly password: string;
  readonly again: string;
  /** As typed, in MB; null: as the recipient says. */
  readonly megabytes: number | null;
};

const first: Choices = { profileId: internalProfile.id, exhibits: true, medical: false, layout: 'file-per-person', folder: 'usual', password: '', again: '', megabytes: null };

/** The choices, the recipient they name as the job gets it, and why it cannot begin yet. */
export function useChoices(profileAsked: string | null) {
  const { file, can } = useSession();
  const [choices, setChoices] = useState<Choices>(profileAsked === null ? first : { ...first, profileId: profileAsked });
  const { profileId, megabytes } = choices;
  const profiles = useMemo(() => profilesOf(file.agency), [file.agency]);
  const profile = useMemo((): RecipientProfile => {
    const named = profiles.find(({ id }) => id === profileId) ?? internalProfile;
    return megabytes === null ? named : { ...named, splitMegabytes: megabytes };
  }, [profiles, profileId, megabytes]);
  const mayMedical = profile.medicalVolume && can('read-medical');
  return {
    choices,
    profiles,
    profile,
    mayMedical,
    withMedical: mayMedical && choices.exhibits && choices.medical,
    passwordProblem: choices.password !== choices.again ? 'The two are not the same.' : null,
    change: (part: Partial<Choices>): void => setChoices((before) => ({ ...before, ...part })),
  };
}
