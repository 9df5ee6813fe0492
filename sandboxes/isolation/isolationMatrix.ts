import type { VisibleNames } from "../classes/classRecord.ts";

/** What is tried with what is somebody else's. */
export const probeKinds = ["read", "use", "change", "assume"] as const;

export type ProbeKind = (typeof probeKinds)[number];

/** Something that was not denied. */
export interface Break {
  /** The user, by name. */
  readonly who: string;
  /** The lease of that user. */
  readonly lease: string;
  readonly kind: ProbeKind | "escape";
  readonly action: string;
  /** On what, or what they did. */
  readonly what: string;
  /** The lease whose it is; absent: of nobody of the class. */
  readonly whose?: string;
}

/** How often something was tried, and how often it was not denied. */
export interface Tally {
  readonly attempts: number;
  readonly open: number;
}

/** What was tried, by what it is. Absent: it was not. */
export type Tallies = Readonly<Partial<Record<ProbeKind, Tally>>>;

/** What the users of one sandbox have tried. */
export interface MatrixRow {
  readonly lease: string;
  /** With what others of the class have, sandbox by sandbox. Of those that are not there nothing was tried. */
  readonly towards: readonly { readonly whose: string; readonly tallies: Tallies }[];
  /** With what in their account is nobody's of the class: the instructor's, and what others have there. */
  readonly nobodys: Tallies;
  /** To get out of the own sandbox: to lift the boundary, to make things outside of the own names. */
  readonly out: Tally;
}

/** What came of it: what was tried how often, by whom, with what is whose. */
export interface IsolationMatrix {
  readonly attempts: number;
  readonly breaks: readonly Break[];
  /** Everybody against everybody, or against how many others each. */
  readonly partners: "everybody" | number;
  /** One for each sandbox. */
  readonly rows: readonly MatrixRow[];
  /** What students see of others because AWS shows lists as a whole or not at all: as it was seen, account by account and region by region. */
  readonly visible: readonly VisibleNames[];
}
