import type {
  GetFunctionConfigurationCommandInput,
  GetFunctionConfigurationCommandOutput,
} from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress, qualifiedArn } from "../functionAddress.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Shows how a function is set up. */
export const getFunctionConfiguration = operation<
  Input<GetFunctionConfigurationCommandInput>,
  Output<GetFunctionConfigurationCommandOutput>
>({
  service: "lambda",
  name: "GetFunctionConfiguration",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html",
  readOnly: true,
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "GetFunctionConfiguration", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: (context, { FunctionName, Qualifier }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    return shownConfiguration(context, findVersion(context, address), { arn: qualifiedArn(address) });
  },
});
