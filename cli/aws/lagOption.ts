import { InvalidArgumentError } from "commander";
import { defaultLag, type LagSettings } from "../../targets/lagSettings.ts";
import { readRange } from "./readRange.ts";

const kinds: readonly string[] = ["iam", "keyPolicy", "grant", "alias"];

/** Reads `--lag`: `default`, or `iam=2s..6s,keyPolicy=1s..3s,seed=7`. Throws an InvalidArgumentError that says what is allowed. */
export function readLag(text: string): LagSettings {
  if (text === "default") return defaultLag;
  let seed = 1;
  const delays: Record<string, { from: number; to: number }> = {};
  for (const part of text.split(",")) {
    const [, name = "", value = ""] = /^\s*(\w+)=(\S+)\s*$/.exec(part) ?? [];
    if (name === "seed" && /^\d{1,9}$/.test(value)) {
      seed = Number(value);
      continue;
    }
    const range = kinds.includes(name) ? readRange(value) : undefined;
    if (!range) {
      throw new InvalidArgumentError(
        `"${part}" is not understood. Write default, or a list of ${kinds.join(", ")} and seed, such as iam=2s..6s,grant=1m,seed=7.`,
      );
    }
    delays[name] = range;
  }
  return { seed, delays };
}
