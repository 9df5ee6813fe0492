import type { Conditions, ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { crossAccountActions } from "./crossAccountActions.ts";
import { itemConditions, type ItemRequest } from "./itemConditions.ts";
import { addressedTable, namedTable, type NamedTable } from "./namedTable.ts";
import { policyAddress, taggedTableAddress } from "./tableAddress.ts";

/**
 * The permission on a table that an operation needs, whether the table exists or not: who may not ask is not told.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon DynamoDB".
 */
export function tableAccess(
  context: CallContext,
  action: string,
  nameOrArn: string,
  conditions: Conditions = {},
): NeededAccess {
  return accessTo(context, action, namedTable(context, nameOrArn), conditions);
}

/**
 * The permission to list something of one table, or of all. AWS's refusals of ListTables name all as `table/*`; that the other
 * lists do is not recorded anywhere.
 */
export function tableListAccess(context: CallContext, action: string, arn = "*"): NeededAccess {
  const access = tableAccess(context, action, arn);
  return arn === "*" ? { action, resource: { ...access.resource, type: undefined } } : access;
}

/** The permission that a tagging operation needs. */
export function taggedTableAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions: ConditionValues = {},
): NeededAccess {
  return accessTo(context, action, addressedTable(context, taggedTableAddress(context, arn)), conditions);
}

/** The permission that an operation on a table's resource policy needs. */
export function policyAccess(context: CallContext, action: string, arn: string): NeededAccess {
  return accessTo(context, action, addressedTable(context, policyAddress(context, arn)), {});
}

/** The permission to read or write items of a table, or to read those of one of its indexes if the request names it. */
export function itemAccess(
  context: CallContext,
  action: string,
  named: NamedTable,
  request: ItemRequest,
  kind: "read" | "write" | "batch write",
): NeededAccess {
  const definition = named.table?.definition;
  const access = accessTo(context, action, named, () => itemConditions(definition, request, kind));
  if (request.IndexName === undefined) return access;
  return { ...access, resource: { ...access.resource, arn: `${access.resource.arn}/index/${request.IndexName}` } };
}

/** To other accounts, a table's policy gives nothing but what DynamoDB lets it give. */
function accessTo(
  context: CallContext,
  action: string,
  { address, table }: NamedTable,
  conditions: Conditions,
): NeededAccess {
  const { accountId } = address;
  const counts = accountId === context.accountId || crossAccountActions.has(action);
  const policy = counts ? table?.resourcePolicy?.policy : undefined;
  return {
    action,
    resource: {
      arn: table?.arn ?? address.arn,
      accountId,
      type: "AWS::DynamoDB::Table",
      policy: policy && { name: "resource policy", policy },
      policyIsRequired: false,
      tags: table?.tags,
    },
    conditions,
  };
}
