import type { Found, Kind } from "../../runner/inventory/found.ts";
import { hourlyCost } from "../../scenarios/contract/billed.ts";
import type { Lease, Usage } from "../lease/lease.ts";

const hour = 3_600_000;

/**
 * What a sandbox uses, and about what it costs from its beginning to its end: what stands now, as if it always had.
 *
 * @param requests how many management events its users and roles have caused
 */
export function usageOf(
  { history, until }: Pick<Lease, "history" | "until">,
  holdings: readonly Found[],
  requests: number,
): Usage {
  const count = (kind: Kind) => holdings.filter((found) => found.kind === kind).length;
  const keys = count("key");
  const perHour = hourlyCost({ keys, secrets: count("secret"), alarms: count("alarm") });
  const hours = Math.max(0, Date.parse(until) - Date.parse(history[0].at)) / hour;
  return { keys, tables: count("table"), requests, estimatedCost: Math.round(perHour * hours * 100) / 100 };
}
