import type { ExplainedChange } from "../events/explanation.ts";
import { printable } from "./printable.ts";

/** A change that would flip a denial, as one line. */
export function flipText({
  change,
  layer,
  level,
  principal,
  action,
  resource,
  policy,
  statement,
}: ExplainedChange): string {
  const where = `${layer}${level === undefined ? "" : ` (level ${level})`}`;
  const name = policy === undefined || policy === layer ? "" : ` ${policy}`;
  if (change === "remove or narrow the Deny") {
    return printable(`${where}${name}: remove or narrow the Deny, statement ${statement ?? "0"}`);
  }
  const whom = principal === undefined ? "" : ` for ${principal}`;
  return printable(`${where}${name}: add an Allow of ${action} on ${resource}${whom}`);
}
