import { createElement } from 'react';
import { renderToBuffer } from '@react-pdf/renderer';
import { BinderDocument, type TypeCase } from '../../shared/pdf/binder-document.tsx';
import type { Faces } from '../../shared/pdf/faces.ts';
import type { Plan } from '../../shared/pdf/page-plan.ts';
import { planBack, planChapter, planFront, type Span } from '../../shared/pdf/plans.ts';
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

async function drawn(faces: Faces, facts: BinderFacts, stretch: Stretch, place: { readonly span: Span; readonly typeCase: TypeCase } | null): Promise<Drawn> {
  const plan = planOf(faces, facts, stretch, place?.span ?? null);
  const document = createElement(BinderDocument, { faces, paper: facts.paper, pages: plan.pages, typeCase: place?.typeCase ?? typeCaseOf(plan) });
  const buffer = await renderToBuffer(document as unknown as Parameters<typeof renderToBuffer>[0]);
  return {
    pdf: new Uint8Array(buffer),
    pages: plan.pages.map(({ links, places }) => ({ links, places })),
    bookmarks: plan.bookmarks,
  };
}

/** Answers one request: makes up pages to count them, or makes them up and draws them. */
export async function answerRequest(faces: Faces, request: ChapterRequest): Promise<ChapterAnswer> {
  if (request.kind === 'count') return { kind: 'counted', counted: counted(faces, request.facts, request.stretch) };
  return { kind: 'drawn', drawn: await drawn(faces, request.facts, request.stretch, request.place) };
}
