import type { CreateAliasCommandInput, CreateAliasCommandOutput } from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { aliasWith, shownAlias } from "../alias.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { lambdaError } from "../lambdaError.ts";

/** Gives a version a name. */
export const createAlias = operation<Input<CreateAliasCommandInput>, Output<CreateAliasCommandOutput>>({
  service: "lambda",
  name: "CreateAlias",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html",
  readOnly: false,
  audit: { eventName: "CreateAlias20150331" },
  access: (context, { FunctionName }) => [
    functionAccess(context, "CreateAlias", functionAddress(context, FunctionName)),
  ],
  run: (context, input) => {
    const found = findFunction(context, functionAddress(context, input.FunctionName));
    if (found.aliases.has(input.Name)) {
      throw lambdaError("ResourceConflictException", `Alias already exists: ${found.arn}:${input.Name}`);
    }
    const unnamed = { name: input.Name, version: input.FunctionVersion, description: "" };
    const alias = aliasWith(context, found, unnamed, input);
    found.aliases.set(alias.name, alias);
    return shownAlias(found, alias);
  },
});
