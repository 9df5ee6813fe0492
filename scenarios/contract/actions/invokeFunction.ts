import { InvokeCommand } from "@aws-sdk/client-lambda";
import type { LambdaFunctionOutputs } from "../../../infra/lambdaFunction.ts";
import { answer, type Action } from "../action.ts";
import type { Plain } from "../expectation.ts";

/** Invokes a function, with an event if it takes one. Yields what the function answers; `{ errorType, errorMessage }` if it throws. */
export function invokeFunction<Name extends string>(
  name: Name,
  event?: Plain,
): Action<Record<Name, LambdaFunctionOutputs>> {
  return {
    operation: "lambda:InvokeFunction",
    attempt: event === undefined ? `Invoke ${name}` : `Invoke ${name} with ${JSON.stringify(event)}`,
    async perform(deployed, session) {
      const command = new InvokeCommand({
        FunctionName: deployed[name].functionName,
        Payload: event === undefined ? undefined : Buffer.from(JSON.stringify(event)),
      });
      const output = await session.lambda.send(command);
      const yielded: unknown = JSON.parse(output.Payload?.transformToString() ?? "null");
      return answer(output, yielded);
    },
  };
}
