import type { Range } from "../seededRandom.ts";

/** What AWS takes its time with. `iam`: users, roles, access keys, policies, boundaries, trust policies, groups. */
export type LagKind = "iam" | "keyPolicy" | "grant" | "alias";

/** How long it takes until a change is visible, in milliseconds; what is not named is visible at once. */
export interface LagSettings {
  /** The same seed and the same changes in the same order take the same time. */
  readonly seed: number;
  readonly delays: Readonly<Partial<Record<LagKind, Range>>>;
}

/**
 * What is known of AWS. IAM: measured by OFFENSAI in 2025. Grants: "less than five minutes", KMS Developer Guide, "Grant
 * tokens"; aliases: "up to five minutes", the same, "ABAC for AWS KMS"; key policies: "brief", which is not recorded in seconds
 * anywhere. Where only the end of a range is known, it begins at a second.
 */
export const defaultLag: LagSettings = {
  seed: 1,
  delays: {
    iam: { from: 3_000, to: 4_000 },
    keyPolicy: { from: 1_000, to: 3_000 },
    grant: { from: 1_000, to: 300_000 },
    alias: { from: 1_000, to: 300_000 },
  },
};
