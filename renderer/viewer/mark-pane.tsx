import { ActionIcon, Anchor, Button, Checkbox, Radio } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { pagesOf } from '../../shared/documents/page-ranges.ts';
import { markKinds } from '../../shared/model/document.ts';
import { countOf } from '../../shared/wording.ts';
import { useWhyNotRecord } from '../session/write-button.tsx';
import { markWords } from './mark-words.ts';
import type { Marking } from './use-marks.tsx';
import styles from './panes.module.css';

/** What is taken out of the document for some recipients: areas, what the text proposes, and which pages somebody looked over. */
export function MarkPane({ marking, page, pages, onGo }: {
  readonly marking: Marking;
  readonly page: number;
  readonly pages: number;
  readonly onGo: (page: number) => void;
}) {
  const whyNot = useWhyNotRecord();
  const { marks, proposed, text, draft, lookedOver } = marking;
  const all = pagesOf(undefined, pages);
  const off = whyNot === null ? {} : ({ disabled: true, title: whyNot } as const);
  return (
    <aside className={styles.pane} aria-label="Redaction">
      <h3>To be taken out</h3>
      <p className={styles.quiet}>For recipients who must not read it, the content of a marked area is removed from the page itself. Who gets what is set with the recipients.</p>
      {draft === null ? (
        <Button leftSection={<IconPlus size={14} stroke={1.6} />} onClick={() => marking.begin(page)} {...off}>{`Mark an area on page ${page}`}</Button>
      ) : (
        <div className={styles.box}>
          <Radio.Group size="xs" label={`What the area on page ${draft.page} shows`} value={marking.what} onChange={(value) => marking.setWhat(markKinds.find((each) => each === value) ?? 'other')}>
            <div className={styles.pair}>{markKinds.map((kind) => <Radio key={kind} value={kind} label={markWords[kind]} />)}</div>
          </Radio.Group>
          <div className={styles.acts}>
            <Button variant="filled" onClick={marking.record}>Record mark</Button>
            <Button onClick={marking.drop}>Drop it</Button>
          </div>
        </div>
      )}
      {draft === null && whyNot === null && <p className={styles.quiet}>Or draw it on the page with the mouse.</p>}

      {proposed.length > 0 && (
        <>
          <h3>{`Found in the text · ${proposed.length}`}</h3>
          <ul className={styles.list}>
            {proposed.slice(0, 40).map((found, index) => (
              <li key={`${found.page}-${found.left}-${found.top}-${index}`}>
                <button type="button" className={styles.go} onClick={() => onGo(found.page)}>{`${markWords[found.what]} · page ${found.page}`}<span>{found.text}</span></button>
                <Anchor component="button" type="button" size="xs" onClick={() => marking.accept([found])} {...off}>Mark</Anchor>
              </li>
            ))}
          </ul>
          {proposed.length > 40 && <p className={styles.quiet}>{`and ${proposed.length - 40} more, on the pages after page ${proposed[39]?.page ?? 1}`}</p>}
          <Button onClick={() => marking.accept(proposed)} {...off}>{proposed.length === 1 ? 'Mark it' : `Mark all ${proposed.length}`}</Button>
        </>
      )}
      <p className={styles.quiet} role="status">
        {text.searched < pages ? `Searching the text: page ${text.searched} of ${pages}.` : text.withText === 0 ? 'No page has text to search: look the pages over yourself.' : text.withText < pages ? `${countOf(pages - text.withText, 'page')} of ${pages} ${pages - text.withText === 1 ? 'has' : 'have'} no text to search: look there yourself.` : proposed.length === 0 ? 'Nothing else was found in the text.' : 'What stands in pictures is not found: look the pages over.'}
      </p>

      <h3>{marks.length === 0 ? 'No marks' : `Marks · ${marks.length}`}</h3>
      {marks.length > 0 && (
        <ul className={styles.list}>
          {[...marks].sort((one, other) => one.page - other.page || one.top - other.top).map((mark, index) => (
            <li key={`${mark.page}-${mark.left}-${mark.top}-${index}`}>
              <button type="button" className={styles.go} onClick={() => onGo(mark.page)}>{`${markWords[mark.what]} · page ${mark.page}`}</button>
              <ActionIcon size={22} aria-label={`Take the mark ${markWords[mark.what].toLowerCase()} off page ${mark.page}`} onClick={() => marking.remove(mark)} {...off}><IconX size={14} stroke={1.6} aria-hidden="true" /></ActionIcon>
            </li>
          ))}
        </ul>
      )}

      <h3>Looked over</h3>
      <Checkbox label={`Page ${page}: I looked, and everything is marked`} checked={lookedOver.has(page)} onChange={(event) => marking.look([page], event.currentTarget.checked)} {...off} />
      {pages > 1 && <Checkbox label={`All ${pages} pages`} checked={all.every((each) => lookedOver.has(each))} indeterminate={lookedOver.size > 0 && !all.every((each) => lookedOver.has(each))} onChange={(event) => marking.look(all, event.currentTarget.checked)} {...off} />}
      <p className={styles.quiet}>Where anything must be taken out, a page without text that nobody looked over is left out of the binder.</p>
    </aside>
  );
}
