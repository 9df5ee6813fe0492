import type { CallContext } from "../callContext.ts";
import type { NeededAccess } from "../operation.ts";
import { accessRequest } from "./authorize.ts";
import { decide } from "./decide.ts";

/** What the engine would decide about a permission; nothing is refused and nothing recorded. */
export function callerMay(context: CallContext, access: NeededAccess): boolean {
  return context.instance.tape.asks(() => decide(accessRequest(context, access)).result === "Allowed");
}
