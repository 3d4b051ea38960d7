import { defaultTimeZone } from '../../shared/model/agency.ts';
import { momentWords } from '../../shared/backup/words.ts';
import { navigate } from '../ui/navigate.ts';
import styles from './backup-strip.module.css';
import { useBackups } from './backups.tsx';
import { useSession } from './session.tsx';

/** Under the title bar of a copy that is only looked at: why, since when, and the way on. */
export function CopyStrip() {
  const { standing } = useBackups();
  const { file, now } = useSession();
  if (standing === null) return null;
  const when = momentWords(standing.at, Date.parse(now()), file.agency.timeZone ?? defaultTimeZone);
  return (
    <div className={styles.strip} role="status">
      <span>
        {standing.kind === 'handed-over'
          ? <><b>Handed over to {standing.to}</b>, {when}. This copy is only looked at; what is recorded is recorded there.</>
          : <><b>Replaced by a restored copy</b>, {when}. This one is kept to look at.</>}
      </span>
      {standing.kind === 'handed-over' && <button type="button" onClick={() => navigate('/settings/backup')}>Take it back</button>}
    </div>
  );
}
