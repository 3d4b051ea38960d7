import type { Status } from '../../rules/status.ts';
import type { Appendix, BinderFacts, Fact, Tally } from '../binder-model.ts';

/** A stretch of text in a cell. */
export type PacketText = { readonly text: string; readonly tone: 'plain' | 'bold' | 'quiet' | 'alarm' };

/** A cell: text, or a status with what stands below its word. */
export type PacketCell = { readonly kind: 'text'; readonly texts: readonly PacketText[] } | { readonly kind: 'status'; readonly status: Status; readonly below: readonly string[] };

/** A column of a table; the widths of a table, in points, sum to 492. */
export type PacketColumn = { readonly head: string; readonly width: number; readonly align?: 'right' };

/** `to`: the place a click leads to; `place`: the name others lead here by. */
export type PacketRow = { readonly cells: readonly PacketCell[]; readonly to: string | null; readonly place: string | null };

/** One square of a grid: a verdict, outside the period judged, or nothing to judge there. */
export type GridMark = Status | 'outside' | 'none';

/** A line of a grid. `group` names the heading it stands under (a site), where there are several. */
export type MarkRow = { readonly label: string; readonly note: string | null; readonly group: string | null; readonly cells: readonly GridMark[] };

/** One item of the fidelity scale over the reviews shown; `name` null while it waits to be confirmed. */
export type ScoreRow = { readonly item: number; readonly name: string | null; readonly scores: readonly (number | null)[] };

export type PacketBlock =
  /** A heading inside a section; `place` makes it a bookmark. */
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2; readonly place: string | null }
  | { readonly kind: 'text'; readonly text: string; readonly quiet: boolean }
  | { readonly kind: 'figures'; readonly figures: readonly { readonly value: string; readonly label: string }[] }
  | { readonly kind: 'table'; readonly columns: readonly PacketColumn[]; readonly rows: readonly PacketRow[]; readonly empty: string }
  /** `words`: the word stands beside the mark. A line break in a head parts it there. */
  | { readonly kind: 'marks'; readonly title: string; readonly labelHead: string; readonly labelWidth: number; readonly heads: readonly string[]; readonly words: boolean; readonly rows: readonly MarkRow[]; readonly empty: string }
  | { readonly kind: 'scores'; readonly heads: readonly string[]; readonly rows: readonly ScoreRow[]; readonly totals: readonly (number | null)[] }
  /** Totals over time between 25 and 125, with the lines that decide. */
  | { readonly kind: 'trend'; readonly points: readonly { readonly words: string; readonly total: number }[]; readonly lines: readonly { readonly at: number; readonly words: string }[] }
  | { readonly kind: 'legend'; readonly statuses: readonly Status[]; readonly outside: boolean };

export type PacketSection = { readonly id: string; readonly title: string; readonly lead: string | null; readonly blocks: readonly PacketBlock[] };

/** One finding of the agency or of a team, worst first. */
export type PacketFinding = {
  readonly number: number;
  readonly status: Status;
  readonly shownId: string;
  /** The team, or the agency. */
  readonly whose: string;
  readonly headline: string;
  readonly fileShows: string;
  readonly effect: string;
  readonly action: string;
  readonly lasting: boolean;
  /** The place of the duty's row. */
  readonly to: string;
};

/** Everything an agency packet prints, as plain data: what is rendered and hashed. */
export type AgencyPacket = {
  readonly facts: BinderFacts;
  readonly front: { readonly left: readonly Fact[]; readonly right: readonly Fact[]; readonly tally: Tally; readonly judged: number };
  readonly sections: readonly PacketSection[];
  readonly findings: readonly PacketFinding[];
  readonly appendix: Appendix;
};
