import type { UpdateAliasCommandInput, UpdateAliasCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { aliasWith, shownAlias } from "../alias.ts";
import { checkRevision } from "../changeFunction.ts";
import { findAlias, findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Lets an alias lead to another version, or to two. */
export const updateAlias = operation<Input<UpdateAliasCommandInput>, Output<UpdateAliasCommandOutput>>({
  service: "lambda",
  name: "UpdateAlias",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html",
  readOnly: false,
  audit: { eventName: "UpdateAlias20150331" },
  access: (context, { FunctionName }) => [
    functionAccess(context, "UpdateAlias", functionAddress(context, FunctionName)),
  ],
  run: (context, input) => {
    const found = findFunction(context, functionAddress(context, input.FunctionName));
    const before = findAlias(found, input.Name);
    checkRevision(before.revisionId, input.RevisionId);
    const alias = aliasWith(context, found, before, input);
    found.aliases.set(alias.name, alias);
    return shownAlias(found, alias);
  },
});
