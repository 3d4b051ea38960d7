import { Canvas, Document, Page } from '@react-pdf/renderer';
import type { Paper } from '../report/binder-job.ts';
import type { FaceName, Faces } from './faces.ts';
import { ink, sheets } from './ink.ts';
import { paintMark, type Painter } from './marks.ts';
import type { Op, PagePlan } from './page-plan.ts';

/** Characters every face sets on the first sheet of a document; see `TypeCase`. */
export type TypeCase = Readonly<Partial<Record<FaceName, readonly string[]>>>;

type Pen = { readonly use: (face: FaceName, size: number, colour: string) => void };

/** Knows what the PDF's state is, so that fonts and colours are only set when they change. */
function newPen(painter: Painter, faces: Faces, known: Set<FaceName>): Pen {
  let face: FaceName | null = null;
  let size = 0;
  let colour = '';
  return {
    use: (wantedFace, wantedSize, wantedColour) => {
      if (wantedFace !== face || wantedSize !== size) {
        const font = faces.font(wantedFace);
        // Handed over once as an opened font, later by name: the library embeds a face once a document either way,
        // but compares whole name tables each time it is handed the font itself.
        painter.font(known.has(wantedFace) ? font.postscriptName : font, wantedSize);
        known.add(wantedFace);
        face = wantedFace;
        size = wantedSize;
      }
      if (wantedColour !== colour) painter.fillColor(wantedColour);
      colour = wantedColour;
    },
  };
}

function paintOp(painter: Painter, pen: Pen, op: Op, width: number, height: number): void {
  switch (op.kind) {
    case 'text':
      pen.use(op.face, op.size, op.colour);
      painter.text(op.text, op.x, op.y, { lineBreak: false, baseline: 'alphabetic', ...(op.tracking === 0 ? {} : { characterSpacing: op.tracking }) });
      return;
    case 'line':
      painter.lineWidth(op.width).moveTo(op.x1, op.y1).lineTo(op.x2, op.y2).stroke(op.colour);
      return;
    case 'box':
      if (op.fill !== null) painter.save().rect(op.x, op.y, op.width, op.height).fill(op.fill).restore();
      if (op.stroke !== null) painter.lineWidth(0.6).rect(op.x, op.y, op.width, op.height).stroke(op.stroke);
      return;
    case 'mark':
      paintMark(painter, op.mark, op.x, op.y, op.size, op.colour);
      return;
    case 'watermark':
      painter.save().translate(width / 2, height / 2).rotate(-52);
      pen.use('serif', 118, ink.watermark);
      painter.text(op.text, -410, 40, { lineBreak: false, baseline: 'alphabetic', characterSpacing: 6 }).restore();
  }
}

type SheetProps = { readonly paper: Paper; readonly paint: (painter: Painter, width: number, height: number) => void };

function Sheet({ paper, paint }: SheetProps) {
  const { width, height } = sheets[paper];
  return (
    <Page size={[width, height]}>
      {/* A hair less than the sheet: as high as an A4 page in floating point, it would be said not to fit. */}
      <Canvas style={{ width, height: height - 0.02 }} paint={(painter: Painter) => { paint(painter, width, height); return null; }} />
    </Page>
  );
}

export type BinderDocumentProps = { readonly faces: Faces; readonly paper: Paper; readonly pages: readonly PagePlan[]; readonly typeCase: TypeCase };

/**
 * Draws planned pages, one canvas a sheet: lines are already broken and placed, so nothing is laid out twice.
 * The first sheet is a type case: every face sets every character of the whole binder once, in one order. Documents drawn
 * with the same case embed the same fonts, byte for byte, and whoever binds them keeps one copy and leaves the sheet out.
 */
export function BinderDocument({ faces, paper, pages, typeCase }: BinderDocumentProps) {
  const known = new Set<FaceName>();
  const setCase = (painter: Painter, width: number, height: number): void => {
    const pen = newPen(painter, faces, known);
    for (const [face, texts] of Object.entries(typeCase) as [FaceName, readonly string[]][]) {
      for (const text of texts) paintOp(painter, pen, { kind: 'text', x: 0, y: 20, text, face, size: 6, colour: ink.ink, tracking: 0 }, width, height);
    }
  };
  return (
    <Document>
      <Sheet paper={paper} paint={setCase} />
      {pages.map((page, index) => (
        <Sheet
          key={index}
          paper={paper}
          paint={(painter, width, height) => {
            const pen = newPen(painter, faces, known);
            for (const op of page.ops) paintOp(painter, pen, op, width, height);
          }}
        />
      ))}
    </Document>
  );
}
