import type { Certificate } from '../../shared/report/certificate-model.ts';
import type { AgencyPacket } from '../../shared/report/agency-packet/model.ts';
import type { AgencyFront, PersonChapter } from '../../shared/report/binder-model.ts';
import type { BodyFacts } from '../../shared/pdf/frame.ts';
import type { Bookmark, PagePlan } from '../../shared/pdf/page-plan.ts';
import type { GlyphUse } from './painter.ts';

/** A stretch of a binder: a person's chapter (`own`: with contents and appendix), or the first or last pages of the agency's. */
export type Stretch =
  | { readonly kind: 'person'; readonly chapter: PersonChapter; readonly own: boolean }
  | { readonly kind: 'front'; readonly front: AgencyFront }
  | { readonly kind: 'back'; readonly front: AgencyFront };

/** A page as it was drawn: its content stream, deflated, and all of its plan but the operations that went into it. */
export type DrawnPage = Omit<PagePlan, 'ops'> & { readonly content: Uint8Array };

/** A drawn stretch: its pages, and the glyphs they set. Nothing in it depends on where in a file it will stand. */
export type Drawn = { readonly pages: readonly DrawnPage[]; readonly bookmarks: readonly Bookmark[]; readonly use: GlyphUse };

export type ChapterRequest =
  | { readonly kind: 'draw'; readonly facts: BodyFacts; readonly stretch: Stretch }
  /** A certificate, always a file of its own. */
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  /** An agency packet, always a file of its own. */
  | { readonly kind: 'packet'; readonly packet: AgencyPacket };

/** Messages of a worker: ready once its libraries are loaded, then one answer or one fault a request. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly drawn: Drawn }
  | { readonly kind: 'fault'; readonly message: string };
