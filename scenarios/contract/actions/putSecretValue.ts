import { PutSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import type { EncryptedSecretOutputs } from "../../../infra/encryptedSecret.ts";
import { answer, type Action } from "../action.ts";

/** Gives a secret a new value, as a new version. Yields the version's staging labels. */
export function putSecretValue<Secret extends string>(
  secret: Secret,
  secretString: string,
): Action<Record<Secret, EncryptedSecretOutputs>> {
  return {
    operation: "secretsmanager:PutSecretValue",
    attempt: `PutSecretValue ${secret}`,
    async perform(deployed, session) {
      const command = new PutSecretValueCommand({ SecretId: deployed[secret].arn, SecretString: secretString });
      const output = await session.secretsmanager.send(command);
      return answer(output, output.VersionStages);
    },
  };
}
