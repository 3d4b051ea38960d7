/**
 * The binder as one would first write it: one react-pdf document of Text and View, laid out by the library, drawn twice so
 * that the contents know their page numbers. The same models, words, fonts and table columns as the real binder.
 */
import { Document, Font, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { statusFacts, type Status } from '../../shared/rules/status.ts';
import type { BinderModel, ChecklistRow, GridCell, PersonChapter } from '../../shared/report/binder-model.ts';

export function registerFonts(files: Readonly<Record<'sans' | 'bold' | 'serif' | 'mono', string>>): void {
  for (const [family, src] of Object.entries(files)) Font.register({ family, src });
  Font.registerHyphenationCallback((word) => [word]);
}

const styles = StyleSheet.create({
  page: { paddingTop: 82, paddingBottom: 84, paddingHorizontal: 72, fontFamily: 'sans', fontSize: 8, lineHeight: 1.3 },
  head: { position: 'absolute', top: 50, left: 72, right: 48, flexDirection: 'row', justifyContent: 'space-between', borderBottomWidth: 0.6, paddingBottom: 4 },
  foot: { position: 'absolute', top: 722, left: 72, width: 350, borderTopWidth: 0.4, paddingTop: 5, fontSize: 7 },
  name: { fontFamily: 'serif', fontSize: 30 },
  h1: { fontFamily: 'serif', fontSize: 18, marginBottom: 6 },
  h2: { fontFamily: 'serif', fontSize: 11, marginTop: 8, marginBottom: 2 },
  bold: { fontFamily: 'bold' },
  mono: { fontFamily: 'mono', fontSize: 7.5 },
  small: { fontSize: 7, color: '#666666' },
  row: { flexDirection: 'row', borderBottomWidth: 0.4, borderBottomColor: '#B0B0B0', paddingVertical: 4.5 },
  cell: { paddingLeft: 3 },
});

type Learn = { readonly pageOf: (name: string) => number | null; readonly learn: (name: string, page: number) => void };

const word = (status: Status): string => statusFacts[status].word.toUpperCase();

function Row({ widths, cells }: { readonly widths: readonly number[]; readonly cells: readonly ReactNode[] }) {
  return (
    <View style={styles.row} wrap={false}>
      {cells.map((cell, index) => <View key={index} style={[styles.cell, { width: widths[index] ?? 40 }]}>{typeof cell === 'string' ? <Text>{cell}</Text> : cell}</View>)}
    </View>
  );
}

function Sheet({ model, name, place, learn, children }: { readonly model: BinderModel; readonly name: string; readonly place: string; readonly learn: Learn; readonly children: ReactNode }) {
  const { facts } = model;
  return (
    <Page size="LETTER" style={styles.page} wrap>
      <View style={styles.head} fixed>
        <Text style={styles.bold}>{name}</Text>
        <Text render={({ pageNumber, totalPages }) => { learn.learn(place, pageNumber); return `Page ${pageNumber} of ${totalPages}`; }} />
      </View>
      {children}
      <View style={styles.foot} fixed>
        <Text>{facts.agencyName}</Text>
        <Text>{`Personnel binder, volume ${facts.volume.number} of ${facts.volume.of} · as of ${facts.asOf}`}</Text>
        <Text>{`Data ${facts.fingerprint.slice(0, 8)} · generated ${facts.generatedWords}`}</Text>
      </View>
    </Page>
  );
}

function Checklist({ rows }: { readonly rows: readonly ChecklistRow[] }) {
  return rows.map((row) => (
    <Row
      key={row.number}
      widths={[18, 132, 78, 152, 70, 42]}
      cells={[
        String(row.number),
        <><Text style={styles.bold}>{row.title}</Text><Text style={styles.small}>{row.source}</Text></>,
        <><Text style={styles.bold}>{word(row.status)}</Text><Text style={styles.small}>{`On time: ${row.onTime}\nValid today: ${row.validToday}`}</Text></>,
        <><Text>{row.window}</Text>{row.arithmetic.map((sum, index) => <Text key={index}>{sum}</Text>)}</>,
        <>{row.evidence.map((item, index) => <Text key={index}>{item}</Text>)}</>,
        row.exhibit.words,
      ]}
    />
  ));
}

const cellWord = (cell: GridCell): string => (cell.kind === 'searched' ? String(cell.day) : cell.kind === 'outside' ? '' : cell.kind === 'none' ? 'NONE' : cell.kind);

function Person({ model, chapter, learn }: { readonly model: BinderModel; readonly chapter: PersonChapter; readonly learn: Learn }) {
  const sheet = (place: string, children: ReactNode) => <Sheet model={model} name={chapter.name} place={`${chapter.personId}/${place}`} learn={learn}>{children}</Sheet>;
  return (
    <>
      {sheet('cover', <>
        <Text style={styles.name}>{chapter.name}</Text>
        <Text>{`${chapter.roleLine} · as of ${model.facts.asOf}`}</Text>
        {[...chapter.facts.left, ...chapter.facts.right].map((fact) => <Row key={fact.label} widths={[74, 400]} cells={[fact.label, `${fact.value} ${fact.note ?? ''}`]} />)}
        {[...chapter.tally.inOrder, ...chapter.tally.withFinding].map((each) => <Row key={each.status} widths={[150, 60]} cells={[word(each.status), String(each.count)]} />)}
        <Text style={styles.h2}>Findings</Text>
        {chapter.findings.slice(0, 8).map((finding) => <Row key={finding.number} widths={[16, 84, 322, 70]} cells={[String(finding.number), word(finding.status), finding.headline, `${finding.tab}, row ${finding.row}`]} />)}
        <Text style={styles.mono}>{model.facts.fingerprint}</Text>
      </>)}
      {sheet('checklist', <>
        <Text style={styles.h1}>Requirement checklist</Text>
        {chapter.checklist.map((part, index) => <View key={index}>{part.tabs.map((tab) => <View key={tab.tab}><Text style={styles.h2}>{`${tab.tab} ${tab.title}`}</Text><Checklist rows={tab.rows} /></View>)}<Text style={styles.small}>{part.notApplicable.join('; ')}</Text></View>)}
      </>)}
      {sheet('findings', <>
        <Text style={styles.h1}>Findings and lapses</Text>
        {chapter.findings.map((finding) => <Row key={finding.number} widths={[22, 84, 386]} cells={[String(finding.number), `${word(finding.status)}\n${finding.shownId}`, <><Text style={styles.bold}>{finding.headline}</Text><Text>{finding.fileShows}</Text><Text>{finding.effect}</Text><Text>{finding.action}</Text></>]} />)}
        {chapter.lapses.map((lapse, index) => <Row key={index} widths={[62, 150, 70, 70, 40, 100]} cells={[lapse.shownId, lapse.what, lapse.from, lapse.to ?? 'open', String(lapse.days), lapse.endedBy]} />)}
      </>)}
      {chapter.grid === null ? null : sheet('grid', <>
        <Text style={styles.h1}>Exclusion checks, month by month</Text>
        {chapter.grid.years.map((year) => <View key={year.year} wrap={false}><Text style={styles.h2}>{String(year.year)}</Text>{year.rows.map((row) => <Row key={row.label} widths={[60, ...row.cells.map(() => 36)]} cells={[row.label, ...row.cells.map(cellWord)]} />)}<Row widths={[60, ...year.files.map(() => 36)]} cells={[year.fileLabel, ...year.files]} /></View>)}
        {chapter.grid.notes.map((note, index) => <Text key={index} style={styles.small}>{note}</Text>)}
      </>)}
    </>
  );
}

function Binder({ model, learn }: { readonly model: BinderModel; readonly learn: Learn }) {
  const appendix = model.front?.appendix ?? model.chapters[0]?.appendix ?? { citations: [], readings: [] };
  return (
    <Document>
      <Sheet model={model} name={model.facts.agencyName} place="contents" learn={learn}>
        <Text style={styles.h1}>Contents</Text>
        {model.chapters.map((chapter, index) => <Row key={chapter.personId} widths={[28, 158, 160, 60, 60]} cells={[String(index + 1), chapter.name, chapter.roleLine, String(chapter.findings.length), String(learn.pageOf(`${chapter.personId}/cover`) ?? '')]} />)}
      </Sheet>
      {model.chapters.map((chapter) => <Person key={chapter.personId} model={model} chapter={chapter} learn={learn} />)}
      <Sheet model={model} name={model.facts.agencyName} place="appendix" learn={learn}>
        <Text style={styles.h1}>Appendix 1: Citations and readings</Text>
        {appendix.citations.map((row, index) => <Row key={index} widths={[92, 128, 272]} cells={[row.short, row.requirements, row.document]} />)}
        {appendix.readings.map((row) => <Row key={row.number} widths={[28, 176, 288]} cells={[row.number, row.question, row.reading]} />)}
      </Sheet>
    </Document>
  );
}

/** Draws the document twice; the second time the contents know where everybody begins. */
export async function naiveBinder(model: BinderModel): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const first = new Map<string, number>();
  let pages = 0;
  const learn: Learn = {
    pageOf: (name) => first.get(name) ?? null,
    learn: (name, page) => { if (!first.has(name)) first.set(name, page); pages = Math.max(pages, page); },
  };
  await renderToBuffer(<Binder model={model} learn={learn} />);
  return { bytes: await renderToBuffer(<Binder model={model} learn={learn} />), pages };
}
