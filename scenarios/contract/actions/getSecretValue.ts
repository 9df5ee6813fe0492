import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import type { EncryptedSecretOutputs } from "../../../infra/encryptedSecret.ts";
import { answer, type Action } from "../action.ts";

/** Reads a secret. Yields its value, a string. */
export function getSecretValue<Secret extends string>(secret: Secret): Action<Record<Secret, EncryptedSecretOutputs>> {
  return {
    operation: "secretsmanager:GetSecretValue",
    yieldsSecret: true,
    attempt: `GetSecretValue ${secret}`,
    async perform(deployed, session) {
      const output = await session.secretsmanager.send(new GetSecretValueCommand({ SecretId: deployed[secret].arn }));
      return answer(output, output.SecretString);
    },
  };
}
