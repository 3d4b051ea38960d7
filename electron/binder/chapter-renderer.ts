import { deflateSync } from 'node:zlib';
import { planPacket } from '../../shared/pdf/agency-packet-pages.ts';
import { planCertificate } from '../../shared/pdf/certificate-pages.ts';
import type { Faces } from '../../shared/pdf/faces.ts';
import { sheets } from '../../shared/pdf/ink.ts';
import type { BodyFacts } from '../../shared/pdf/frame.ts';
import type { Plan } from '../../shared/pdf/page-plan.ts';
import { planBack, planChapter, planFront } from '../../shared/pdf/plans.ts';
import type { Paper } from '../../shared/report/binder-job.ts';
import type { ChapterRequest, Drawn, Stretch } from './chapter-messages.ts';
import { painted, type GlyphUse } from './painter.ts';

function planOf(faces: Faces, facts: BodyFacts, stretch: Stretch): Plan {
  switch (stretch.kind) {
    case 'person':
      return planChapter(faces, facts, stretch.chapter, stretch.own);
    case 'front':
      return planFront(faces, facts, stretch.front);
    case 'back':
      return planBack(faces, facts, stretch.front);
  }
}

function drawn(faces: Faces, paper: Paper, plan: Plan): Drawn {
  const use: GlyphUse = {};
  const pages = plan.pages.map(({ ops, ...page }) => ({ ...page, content: new Uint8Array(deflateSync(painted(faces, sheets[paper], ops, use))) }));
  return { pages, bookmarks: plan.bookmarks, use };
}

/** Answers one request: makes pages up and draws them. */
export function answerRequest(faces: Faces, request: ChapterRequest): Drawn {
  switch (request.kind) {
    case 'draw':
      return drawn(faces, request.facts.paper, planOf(faces, request.facts, request.stretch));
    case 'certificate':
      return drawn(faces, request.certificate.facts.paper, planCertificate(faces, request.certificate));
    case 'packet':
      return drawn(faces, request.packet.facts.paper, planPacket(faces, request.packet));
  }
}
