import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { assumeRole } from "./operations/assumeRole.ts";

/** What is needed to assume a role: as the operation itself says. */
export async function roleToAssume(
  context: CallContext,
  { action, resource: RoleArn }: { readonly action: string; readonly resource: string },
): Promise<NeededAccess | undefined> {
  const accountId = /^arn:aws:iam::(\d{12}):role\//.exec(RoleArn)?.[1];
  if (action !== "sts:AssumeRole" || accountId === undefined) return undefined;
  if (!context.instance.findAccount(accountId)?.iam.roleByArn(RoleArn)) return undefined;
  const access = await assumeRole.access(context, { RoleArn, RoleSessionName: "explain" }, undefined);
  return "noneBecause" in access ? undefined : access[0];
}
