import { createElement } from 'react';
import { renderToBuffer } from '@react-pdf/renderer';
import { planPacket } from '../../shared/pdf/agency-packet-pages.ts';
import { BinderDocument, type TypeCase } from '../../shared/pdf/binder-document.tsx';
import { planCertificate } from '../../shared/pdf/certificate-pages.ts';
import type { Faces } from '../../shared/pdf/faces.ts';
import type { Plan } from '../../shared/pdf/page-plan.ts';
import { planBack, planChapter, planFront, type Span } from '../../shared/pdf/plans.ts';
import type { Paper } from '../../shared/report/binder-job.ts';
import type { BinderFacts } from '../../shared/report/binder-model.ts';
import { typeCaseOf } from './type-case.ts';
import type { ChapterAnswer, ChapterRequest, Counted, Drawn, Stretch } from './chapter-messages.ts';

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

function counted(faces: Faces, facts: BinderFacts, stretch: Stretch): Counted {
  const plan = planOf(faces, facts, stretch, null);
  return { pages: plan.pages.length, typeCase: typeCaseOf(plan) };
}

async function drawn(faces: Faces, paper: Paper, plan: Plan, typeCase: TypeCase): Promise<Drawn> {
  const document = createElement(BinderDocument, { faces, paper, pages: plan.pages, typeCase });
  const buffer = await renderToBuffer(document as unknown as Parameters<typeof renderToBuffer>[0]);
  return {
    pdf: new Uint8Array(buffer),
    pages: plan.pages.map(({ links, places }) => ({ links, places })),
    bookmarks: plan.bookmarks,
  };
}

/** Answers one request: makes up pages to count them, or makes them up and draws them. */
export async function answerRequest(faces: Faces, request: ChapterRequest): Promise<ChapterAnswer> {
  switch (request.kind) {
    case 'count':
      return { kind: 'counted', counted: counted(faces, request.facts, request.stretch) };
    case 'draw': {
      const plan = planOf(faces, request.facts, request.stretch, request.place?.span ?? null);
      return { kind: 'drawn', drawn: await drawn(faces, request.facts.paper, plan, request.place?.typeCase ?? typeCaseOf(plan)) };
    }
    case 'certificate': {
      const plan = planCertificate(faces, request.certificate);
      return { kind: 'drawn', drawn: await drawn(faces, request.certificate.facts.paper, plan, typeCaseOf(plan)) };
    }
    case 'packet': {
      const plan = planPacket(faces, request.packet);
      return { kind: 'drawn', drawn: await drawn(faces, request.packet.facts.paper, plan, typeCaseOf(plan)) };
    }
  }
}
