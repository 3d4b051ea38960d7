import type { Certificate } from '../../shared/report/certificate-model.ts';
import type { AgencyPacket } from '../../shared/report/agency-packet/model.ts';
import type { AgencyFront, BinderFacts, PersonChapter } from '../../shared/report/binder-model.ts';
import type { TypeCase } from '../../shared/pdf/binder-document.tsx';
import type { Bookmark, PageLink, Place } from '../../shared/pdf/page-plan.ts';
import type { Span } from '../../shared/pdf/plans.ts';

/** A stretch of a binder: a person's chapter (`own`: with contents and appendix), or the first or last pages of the agency's. */
export type Stretch =
  | { readonly kind: 'person'; readonly chapter: PersonChapter; readonly own: boolean }
  | { readonly kind: 'front'; readonly front: AgencyFront; readonly firstPages: Readonly<Record<string, number>> }
  | { readonly kind: 'back'; readonly front: AgencyFront };

/** What a stretch needs to know before it can be drawn: how many pages it has and which characters each face sets. */
export type Counted = { readonly pages: number; readonly typeCase: TypeCase };

/** A drawn stretch: a PDF whose first sheet is the type case, and what is on each of the other pages. */
export type Drawn = {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly pages: readonly { readonly links: readonly PageLink[]; readonly places: readonly Place[] }[];
  readonly bookmarks: readonly Bookmark[];
};

export type ChapterRequest =
  | { readonly kind: 'count'; readonly facts: BinderFacts; readonly stretch: Stretch }
  /** Without a span the stretch is a file of its own: it counts itself first and sets its own type case. */
  | { readonly kind: 'draw'; readonly facts: BinderFacts; readonly stretch: Stretch; readonly place: { readonly span: Span; readonly typeCase: TypeCase } | null }
  /** A certificate, always a file of its own. */
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  /** An agency packet, always a file of its own. */
  | { readonly kind: 'packet'; readonly packet: AgencyPacket };

export type ChapterAnswer = { readonly kind: 'counted'; readonly counted: Counted } | { readonly kind: 'drawn'; readonly drawn: Drawn };

/** Messages of a worker: ready once its libraries are loaded, then one answer or one fault a request. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: ChapterAnswer }
  | { readonly kind: 'fault'; readonly message: string };
