/** Where a lease is on its way. */
export const leaseStates = [
  "requested",
  "deploying",
  "ready",
  "handed out",
  "active",
  "frozen",
  "expired",
  "ending",
  "ended",
  "failed",
  "quarantined",
] as const;

export type LeaseState = (typeof leaseStates)[number];

/**
 * Where each state may lead. `failed`: the deployment failed, and may be tried again. `expired`: its time is over, and it is to be ended.
 * `quarantined`: the ending failed, and what is left is known.
 */
const successors: Readonly<Record<LeaseState, readonly LeaseState[]>> = {
  requested: ["deploying", "ending"],
  // Whoever was killed while deploying begins again.
  deploying: ["deploying", "ready", "failed", "ending"],
  ready: ["deploying", "handed out", "active", "frozen", "expired", "ending"],
  "handed out": ["deploying", "active", "frozen", "expired", "ending"],
  active: ["deploying", "frozen", "expired", "ending"],
  frozen: ["ready", "handed out", "active", "deploying", "expired", "ending"],
  expired: ["ready", "handed out", "active", "ending"],
  ending: ["ending", "ended", "quarantined"],
  ended: [],
  failed: ["deploying", "ending"],
  quarantined: ["ending"],
};

/** Whether a lease may go from one state to another. */
export function mayFollow(from: LeaseState, to: LeaseState): boolean {
  return successors[from].includes(to);
}

/** States in which the student can work. */
export const openStates: ReadonlySet<LeaseState> = new Set<LeaseState>(["ready", "handed out", "active"]);

/** States of a lease that is still to be made, or was begun. */
export const unmadeStates: ReadonlySet<LeaseState> = new Set<LeaseState>(["requested", "deploying", "failed"]);

/** States in which something may stand in AWS. */
export const standingStates: ReadonlySet<LeaseState> = new Set(
  leaseStates.filter((state) => state !== "requested" && state !== "ended"),
);
