import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { secretAccess } from "./secretAccess.ts";

/** What is needed to touch a secret, by its ARN. */
export function secretByArn(
  context: CallContext,
  { action, resource }: { readonly action: string; readonly resource: string },
): NeededAccess | undefined {
  const [, region, accountId] = /^arn:aws:secretsmanager:([^:]+):(\d{12}):secret:.+$/.exec(resource) ?? [];
  if (region === undefined || accountId === undefined) return undefined;
  const secret = context.instance.findRegion(accountId, region)?.secretsmanager.withArn(resource);
  return secret && { ...secretAccess(context, "", resource), action };
}
