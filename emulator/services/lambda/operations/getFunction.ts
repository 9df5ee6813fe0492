import type { GetFunctionCommandInput, GetFunctionCommandOutput } from "@aws-sdk/client-lambda";
import { callerMay } from "../../../authorization/callerMay.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findFunction, findVersion } from "../findFunction.ts";
import { functionAccess } from "../functionAccess.ts";
import { functionAddress, qualifiedArn, type FunctionAddress } from "../functionAddress.ts";
import { shownConfiguration } from "../shownConfiguration.ts";

/** Shows a function, with its tags and its reserved concurrency. */
export const getFunction = operation<Input<GetFunctionCommandInput>, Output<GetFunctionCommandOutput>>({
  service: "lambda",
  name: "GetFunction",
  documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html",
  readOnly: true,
  access: (context, { FunctionName, Qualifier }) => [
    functionAccess(context, "GetFunction", functionAddress(context, FunctionName, Qualifier)),
  ],
  run: async (context, { FunctionName, Qualifier }) => {
    const address = functionAddress(context, FunctionName, Qualifier);
    const version = findVersion(context, address);
    const { reservedConcurrency } = findFunction(context, address);
    return {
      Configuration: await shownConfiguration(context, version, { arn: qualifiedArn(address) }),
      // AWS adds a link to the archive; here there is none, and nobody can take it for one that leads to AWS.
      Code: { RepositoryType: "S3" },
      ...tagsFor(context, address),
      Concurrency:
        reservedConcurrency === undefined ? undefined : { ReservedConcurrentExecutions: reservedConcurrency },
    };
  },
});

/** Whoever may not list the tags is told so. The words are not recorded anywhere. */
function tagsFor(
  context: CallContext,
  address: FunctionAddress,
): Pick<Output<GetFunctionCommandOutput>, "Tags" | "TagsError"> {
  const { tags } = findFunction(context, address);
  if (!tags?.size) return {};
  const whole = { ...address, qualifier: undefined };
  if (callerMay(context, functionAccess(context, "ListTags", whole))) return { Tags: Object.fromEntries(tags) };
  const Message = `User: ${context.caller.arn} is not authorized to perform: lambda:ListTags on resource: ${whole.arn}`;
  return { TagsError: { ErrorCode: "AccessDeniedException", Message } };
}
