import type { Rule } from "./rule.ts";

/** The size of a gp3 volume, in GiB. Source: EBS User Guide, "General Purpose SSD volumes". */
export const volumeSize: Rule<number> = {
  allowed: "a whole number of GiB from 1 to 65536",
  accepts: (size) => Number.isInteger(size) && size >= 1 && size <= 65_536,
};
