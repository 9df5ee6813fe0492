import { accessRequest } from "../../authorization/authorize.ts";
import { decide } from "../../authorization/decide.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** What the engine would decide about a permission; nothing is refused and nothing recorded. */
export function callerMay(context: CallContext, access: NeededAccess): boolean {
  return decide(accessRequest(context, access)).result === "Allowed";
}
