import type { Comparison } from "./alarm.ts";

/** The ways to compare with a fixed threshold. Those with the band of an anomaly detector are not carried. */
export const comparisons: readonly Comparison[] = [
  {
    name: "GreaterThanOrEqualToThreshold",
    words: "greater than or equal to the threshold",
    breaches: (value, threshold) => value >= threshold,
  },
  {
    name: "GreaterThanThreshold",
    words: "greater than the threshold",
    breaches: (value, threshold) => value > threshold,
  },
  {
    name: "LessThanThreshold",
    words: "less than the threshold",
    breaches: (value, threshold) => value < threshold,
  },
  {
    name: "LessThanOrEqualToThreshold",
    words: "less than or equal to the threshold",
    breaches: (value, threshold) => value <= threshold,
  },
];
