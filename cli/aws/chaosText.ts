import type { ChaosRates, ChaosSettings } from "./chaosRates.ts";
import { rangeText } from "./rangeText.ts";

/** The settings of `--chaos` in words: `throttle 5 %; kms: drop 10 % (seed 1)`. */
export function chaosText({ seed, rates, named = {} }: ChaosSettings): string {
  const all = rates ? [ratesText(rates)] : [];
  const some = Object.entries(named).map(([name, its]) => `${name}: ${ratesText(its)}`);
  return `${[...all, ...some].join("; ")} (seed ${seed})`;
}

function ratesText({ throttle, error, drop, slow, slowness }: ChaosRates): string {
  const faults = Object.entries({ throttle, error, drop }).filter(([, rate]) => rate > 0);
  const parts = faults.map(([name, rate]) => `${name} ${percent(rate)}`);
  const all = slow > 0 ? [...parts, `slow ${percent(slow)} by ${rangeText(slowness)}`] : parts;
  return all.length === 0 ? "none" : all.join(", ");
}

function percent(rate: number): string {
  // 0.07 × 100 is not exact.
  return `${Number((rate * 100).toPrecision(12))} %`;
}
