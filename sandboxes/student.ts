/** Somebody who is to have a sandbox. */
export interface Student {
  /** As the roster has it: within a class nobody else has it. */
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly group?: string;
  readonly role: "student" | "assistant";
  /** The account, of twelve digits. Default: that of the target. */
  readonly account?: string;
  /** Default: that of the target. */
  readonly region?: string;
}

/** What a sandbox stands with when it is handed out. */
export const blueprints = ["ready-made", "do-it-yourself"] as const;

/**
 * `ready-made`: the workshop's key, table, secret and users stand. `do-it-yourself`: nothing does but an administrator, who makes
 * everything as the workshop says.
 */
export type Blueprint = (typeof blueprints)[number];

/** Students who are treated alike. */
export interface Group {
  readonly name: string;
  /** Default: that of the class. */
  readonly blueprint?: Blueprint;
  /** Whether its students share one sandbox. Default: each has their own. */
  readonly shared: boolean;
}

/** Who is in a class. */
export interface Roster {
  readonly students: readonly Student[];
  readonly groups: readonly Group[];
}
