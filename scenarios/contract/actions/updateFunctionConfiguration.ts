import { UpdateFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import type { LambdaFunctionOutputs } from "../../../infra/lambdaFunction.ts";
import { answer, type Action } from "../action.ts";

/** Gives a function other environment variables, which also ends its warm execution environments. Yields nothing. */
export function updateFunctionConfiguration<Name extends string>(
  name: Name,
  variables: Readonly<Record<string, string>>,
): Action<Record<Name, LambdaFunctionOutputs>> {
  return {
    operation: "lambda:UpdateFunctionConfiguration",
    attempt: `UpdateFunctionConfiguration ${name}, ${Object.keys(variables).join(", ")}`,
    async perform(deployed, session) {
      const command = new UpdateFunctionConfigurationCommand({
        FunctionName: deployed[name].functionName,
        Environment: { Variables: variables },
      });
      return answer(await session.lambda.send(command), undefined);
    },
  };
}
