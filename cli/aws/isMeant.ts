import type { LoggedCall } from "../../targets/loggedCalls.ts";

/** Which calls are meant; each of them narrows. */
export interface EventFilter {
  /** Only those that were denied. */
  readonly denied?: boolean;
  /** An ARN, or whole parts of one that follow each other: `root`, `user/alice`, `111122223333`. */
  readonly principal?: string;
  /** For example `kms`. */
  readonly service?: string;
}

/** Whether a filter means a call. */
export function isMeant(call: LoggedCall, { denied = false, principal, service }: EventFilter): boolean {
  if (denied && call.outcome.result !== "denied") return false;
  if (service !== undefined && call.service !== service) return false;
  return principal === undefined || inParts(call.principal).includes(inParts(principal));
}

function inParts(arn: string): string {
  return `/${arn.replaceAll(":", "/")}/`;
}
