import type { LagSettings } from "../../targets/lagSettings.ts";
import { rangeText } from "./rangeText.ts";

/** The settings of `--lag` in words: `iam 3s to 4s, grant 1m (seed 1)`. */
export function lagText({ delays, seed }: Pick<LagSettings, "delays" | "seed">): string {
  const parts = Object.entries(delays).map(([kind, range]) => `${kind} ${rangeText(range)}`);
  return `${parts.length === 0 ? "nothing" : parts.join(", ")} (seed ${seed})`;
}
