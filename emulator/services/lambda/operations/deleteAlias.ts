import type { DeleteAliasCommandInput } from "@aws-sdk/client-lambda";
import { operation, type Input } from "../../../operation.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";

/** Takes a name away from a version, with its policy. An alias that is not there is passed over. */
export const deleteAlias = operation<Input<DeleteAliasCommandInput>, object>({
  service: "lambda",
  name: "DeleteAlias",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html",
  readOnly: false,
  audit: { eventName: "DeleteAlias20150331" },
  access: (context, { FunctionName }) => [
    functionAccess(context, "DeleteAlias", functionAddress(context, FunctionName)),
  ],
  run: (context, { FunctionName, Name }) => {
    const found = findFunction(context, functionAddress(context, FunctionName));
    found.aliases.delete(Name);
    found.policies.delete(Name);
    found.eventInvokeConfigs.delete(Name);
    return {};
  },
});
