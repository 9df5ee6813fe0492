/** The policy types that can decide, in AWS's order of an explicit denial. A key's state decides after all of them. */
export const layers = [
  "resource control policy",
  "service control policy",
  "key policy",
  "trust policy",
  "resource policy",
  "identity policy",
  "boundary",
  "session policy",
  "endpoint policy",
  "grant",
  "key state",
] as const;

/** The policy type that decided. */
export type Layer = (typeof layers)[number];
