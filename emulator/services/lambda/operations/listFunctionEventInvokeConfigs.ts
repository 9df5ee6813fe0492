import type {
  ListFunctionEventInvokeConfigsCommandInput,
  ListFunctionEventInvokeConfigsCommandOutput,
} from "@aws-sdk/client-lambda";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownConfig } from "../eventInvokeConfig.ts";
import { findFunction } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress } from "../functionAddress.ts";
import { page } from "../page.ts";

/** Lists how asynchronous invocations of a function's versions and aliases are treated. */
export const listFunctionEventInvokeConfigs = operation<
  Input<ListFunctionEventInvokeConfigsCommandInput>,
  Output<ListFunctionEventInvokeConfigsCommandOutput>
>({
  service: "lambda",
  name: "ListFunctionEventInvokeConfigs",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html",
  readOnly: true,
  access: (context, { FunctionName }) => [
    functionAccess(context, "ListFunctionEventInvokeConfigs", functionAddress(context, FunctionName)),
  ],
  run: (context, input) => {
    const found = findFunction(context, functionAddress(context, input.FunctionName));
    const { items, NextMarker } = page([...found.eventInvokeConfigs], ([qualifier]) => qualifier, input);
    const shown = items.map(([qualifier, config]) => shownConfig(found, qualifier, config));
    return { FunctionEventInvokeConfigs: shown, NextMarker };
  },
});
