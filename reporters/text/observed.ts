import type { ExpectationChecked } from "../events.ts";

/** What came of an attempt: `allowed by grant`, `denied kms:Decrypt by key policy`, `error ThrottlingException`. */
export function observed(check: ExpectationChecked): string {
  if (check.observed === "error") return `error${check.error === undefined ? "" : ` ${check.error.code}`}`;
  return `${check.observed}${because(check)}`;
}

/** The denied action and the layer, as far as they are stated: ` kms:Decrypt by key policy`. */
export function because({ deniedAction, layer }: ExpectationChecked): string {
  return `${deniedAction === undefined ? "" : ` ${deniedAction}`}${layer === undefined ? "" : ` by ${layer}`}`;
}

/** Whether an attempt was denied and nobody said by which layer. */
export function hidesLayer(check: ExpectationChecked): boolean {
  return check.observed === "denied" && check.layer === undefined;
}
