import type { ExplainedFate } from "../mutations/explainFates.ts";

/** What became of a mistake, in words: who notices it, or why nobody does. */
export function fateText({ outcome, by }: ExplainedFate): string {
  switch (outcome) {
    case "noticed":
      return by;
    case "refused":
      return `not deployed: ${by}`;
    case "noticed elsewhere":
      return `the same is noticed by ${by}`;
    case "accepted":
      return `accepted: ${by}`;
    case "unexplained":
      return "nobody";
  }
}
