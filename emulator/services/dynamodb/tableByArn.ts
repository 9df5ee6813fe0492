import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { tableAccess } from "./tableAccess.ts";

/** What is needed to touch a table or one of its indexes, by its ARN. */
export function tableByArn(
  context: CallContext,
  { action, resource }: { readonly action: string; readonly resource: string },
): NeededAccess | undefined {
  const [, tableArn, region, accountId, name, index = ""] =
    /^(arn:aws:dynamodb:([^:]+):(\d{12}):table\/([^/]+))(\/index\/[^/]+)?$/.exec(resource) ?? [];
  if (tableArn === undefined || region === undefined || accountId === undefined || name === undefined) return undefined;
  if (!context.instance.findRegion(accountId, region)?.dynamodb.table(name)) return undefined;
  const access = tableAccess(context, action, tableArn);
  return { ...access, resource: { ...access.resource, arn: `${access.resource.arn}${index}` } };
}
