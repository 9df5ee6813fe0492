import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import type { LambdaFunctionOutputs } from "../../../infra/lambdaFunction.ts";
import { answer, type Action } from "../action.ts";
import { nameOfKey } from "../nameOfKey.ts";

/**
 * Shows how a function is set up. Yields `{ encryptedUnder, variables, whyNotShown }`: the name of `key` or `"another key"` or
 * `"aws/lambda"`, the environment variables as far as the principal may decrypt them, and else the error code.
 */
export function getFunctionConfiguration<Name extends string, Key extends string>(
  name: Name,
  key: Key,
): Action<Record<Name, LambdaFunctionOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "lambda:GetFunctionConfiguration",
    yieldsSecret: true,
    attempt: `GetFunctionConfiguration ${name}`,
    async perform(deployed, session) {
      const command = new GetFunctionConfigurationCommand({ FunctionName: deployed[name].functionName });
      const output = await session.lambda.send(command);
      return answer(output, {
        encryptedUnder: nameOfKey(output.KMSKeyArn, key, deployed[key].arn) ?? "aws/lambda",
        variables: output.Environment?.Variables,
        whyNotShown: output.Environment?.Error?.ErrorCode,
      });
    },
  };
}
