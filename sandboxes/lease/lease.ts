import type { Blueprint } from "../student.ts";
import type { LeaseState } from "./leaseState.ts";

/** A step of a lease from one state to the next. */
export interface Transition {
  readonly state: LeaseState;
  /** ISO 8601, by the target's clock. */
  readonly at: string;
  /** Why, as a clause that completes "…, because". */
  readonly reason: string;
}

/** What a sandbox is made of: what is in a lease from its beginning, and never changes. */
export interface LeaseOrder {
  /**
   * What all names of the sandbox begin with, before a hyphen; no other lease begins so. Lowercase letters, digits and hyphens.
   */
  readonly id: string;
  /** Ids of the students who share it, as the roster has them. */
  readonly students: readonly string[];
  readonly group?: string;
  /** Stands for the students in tags, and says nothing of them. */
  readonly pseudonym: string;
  readonly blueprint: Blueprint;
  /** The account, where it is not that of the target. */
  readonly account?: string;
  /** The region, where it is not that of the target. */
  readonly region?: string;
  /** Opens the student's page. */
  readonly joinCode: string;
}

/** A student's sandbox as it is now. */
export interface Lease extends LeaseOrder {
  readonly state: LeaseState;
  /** From the first to the latest. */
  readonly history: readonly [Transition, ...Transition[]];
  /** When access ends, ISO 8601, by the target's clock. */
  readonly until: string;
  /** How often its credentials were handed over, and to whom. */
  readonly handOvers: readonly HandOver[];
  /** Ids of the workshop's checkpoints, with the time at which each was reached. */
  readonly checkpoints: Readonly<Record<string, string>>;
  /** What was used when it was looked last. */
  readonly usage: Usage;
  /** What could not be removed in the end. */
  readonly remaining: readonly Remaining[];
}

/** That somebody was shown the credentials of a lease. */
export interface HandOver {
  /** ISO 8601, by the target's clock. */
  readonly at: string;
  readonly to: "instructor" | "student" | "file";
}

/** Something that is still there after the end, and what a human can do about it. */
export interface Remaining {
  readonly item: string;
  readonly reason: string;
}

/** What a sandbox uses, and what it costs until its end. */
export interface Usage {
  readonly keys: number;
  readonly tables: number;
  /** Management events that its users and roles have caused. */
  readonly requests: number;
  /** In USD, rounded to cents. */
  readonly estimatedCost: number;
}
