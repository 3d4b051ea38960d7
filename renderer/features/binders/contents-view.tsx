import { countOf } from '../../../shared/wording.ts';
import { navigate } from '../../ui/navigate.ts';
import { Panel } from '../../ui/panel.tsx';
import type { Contents, Omission } from './contents.ts';
import styles from './contents-view.module.css';

const mostShown = 30;

/** What the binder will hold and what it will not, before anything is made. */
export function ContentsView({ contents, whole, people, withMedical }: { readonly contents: Contents; readonly whole: boolean; readonly people: number; readonly withMedical: boolean }) {
  const { exhibits, pages, gaps, medical, rasterised, leftOut, unsure, notShown, notLookedOver, apart } = contents;
  const open = unsure.reduce((sum, each) => sum + each.pages, 0);
  const gone = leftOut.reduce((sum, each) => sum + each.pages, 0);
  const figures: readonly (readonly [string, number, string])[] = [
    ['Exhibits', exhibits, open === 0 ? `${countOf(pages, 'page')} of documents` : `${countOf(pages + open, 'page')} of documents, ${open} of them to be searched first`],
    ['Gap pages', gaps, 'evidence that is missing, with what would close it'],
    ['Health documents', medical, withMedical ? 'in volume 2' : 'date and result only'],
    ['Left out', gone, gone === 0 ? (open === 0 ? 'every page goes in' : `pages so far; ${open} depend on their text`) : `pages of ${countOf(leftOut.length, 'exhibit')}; each is named in the binder`],
  ];
  return (
    <Panel title="What will be in it" aside={whole ? null : `Reckoning, ${contents.people} of ${people}`}>
      <div className={styles.body}>
        <dl className={styles.figures}>
          {figures.map(([label, value, note]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd><b className="num">{value}</b><span>{note}</span></dd>
            </div>
          ))}
        </dl>
        <ul className={styles.notes}>
          {rasterised > 0 && <li>{`${countOf(rasterised, 'page')} become pictures without what this recipient does not get.`}</li>}
          {open > 0 && <li>{`Nobody has looked over ${countOf(notLookedOver, 'document')}. When the binder is made their text is searched: a page with text goes in without what this recipient does not get, a page that is only a picture is left out.`} <button type="button" onClick={() => navigate('/documents')}>Look them over</button></li>}
          {apart > 0 && <li>{`${countOf(apart, 'document')} kept apart (I-9, payroll and the like) ${apart === 1 ? 'stays' : 'stay'} out.`}</li>}
        </ul>
        <Omissions title="Left out, and why" omissions={leftOut} />
        <Omissions title="Searched first" omissions={unsure} />
        <Omissions title="Cannot be shown" omissions={notShown} />
      </div>
    </Panel>
  );
}

function Omissions({ title, omissions }: { readonly title: string; readonly omissions: readonly Omission[] }) {
  if (omissions.length === 0) return null;
  return (
    <details className={styles.omissions} open={omissions.length <= 8}>
      <summary>{`${title} (${omissions.length})`}</summary>
      <ul>
        {omissions.slice(0, mostShown).map(({ personId, name, what, why, pages }) => (
          <li key={`${personId} ${what}`}>
            <b>{name}</b> {what}{pages > 0 ? `, ${countOf(pages, 'page')}` : ''}
            <span>{why}</span>
          </li>
        ))}
        {omissions.length > mostShown && <li>{`and ${omissions.length - mostShown} more`}</li>}
      </ul>
    </details>
  );
}
