import { deflateSync } from 'node:zlib';
import { planPacket } from '../../shared/pdf/agency-packet-pages.ts';
import { planCertificate } from '../../shared/pdf/certificate-pages.ts';
import type { Faces } from '../../shared/pdf/faces.ts';
import { sheets } from '../../shared/pdf/ink.ts';
import type { Plan } from '../../shared/pdf/page-plan.ts';
import { planBack, planChapter, planFront, type Span } from '../../shared/pdf/plans.ts';
import type { Paper } from '../../shared/report/binder-job.ts';
import type { BinderFacts } from '../../shared/report/binder-model.ts';
import type { ChapterAnswer, ChapterRequest, Drawn, Stretch } from './chapter-messages.ts';
import { painted, type GlyphUse } from './painter.ts';

function planOf(faces: Faces, facts: BinderFacts, stretch: Stretch, span: Span | null): Plan {
  switch (stretch.kind) {
    case 'person':
      return planChapter(faces, facts, stretch.chapter, stretch.own, span);
    case 'front':
      return planFront(faces, facts, stretch.front, (place) => stretch.firstPages[place] ?? null, span?.total ?? 1);
    case 'back':
      return planBack(faces, facts, stretch.front, span ?? { first: 1, total: 1 });
  }
}

function drawn(faces: Faces, paper: Paper, plan: Plan): Drawn {
  const use: GlyphUse = {};
  const pages = plan.pages.map(({ ops, ...page }) => ({ ...page, content: new Uint8Array(deflateSync(painted(faces, sheets[paper], ops, use))) }));
  return { pages, bookmarks: plan.bookmarks, use };
}

/** Answers one request: makes up pages to count them, or makes them up and draws them. */
export function answerRequest(faces: Faces, request: ChapterRequest): ChapterAnswer {
  switch (request.kind) {
    case 'count':
      return { kind: 'counted', pages: planOf(faces, request.facts, request.stretch, null).pages.length };
    case 'draw':
      return { kind: 'drawn', drawn: drawn(faces, request.facts.paper, planOf(faces, request.facts, request.stretch, request.span)) };
    case 'certificate':
      return { kind: 'drawn', drawn: drawn(faces, request.certificate.facts.paper, planCertificate(faces, request.certificate)) };
    case 'packet':
      return { kind: 'drawn', drawn: drawn(faces, request.packet.facts.paper, planPacket(faces, request.packet)) };
  }
}
