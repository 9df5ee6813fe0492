import type { GetAliasCommandInput, GetAliasCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownAlias } from "../alias.ts";
import { findAlias, findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Shows an alias. */
export const getAlias = operation<Input<GetAliasCommandInput>, Output<GetAliasCommandOutput>>({
  service: "lambda",
  name: "GetAlias",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html",
  readOnly: true,
  audit: { eventName: "GetAlias20150331" },
  access: (context, { FunctionName }) => [functionAccess(context, "GetAlias", functionAddress(context, FunctionName))],
  run: (context, { FunctionName, Name }) => {
    const found = findFunction(context, functionAddress(context, FunctionName));
    return shownAlias(found, findAlias(found, Name));
  },
});
