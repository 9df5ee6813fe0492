import { DescribeSecretCommand } from "@aws-sdk/client-secrets-manager";
import type { EncryptedSecretOutputs } from "../../../infra/encryptedSecret.ts";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";
import { nameOfKey } from "../nameOfKey.ts";

/**
 * Describes a secret. Yields `{ encryptedUnder }`: the name of `key` if the secret is encrypted under it,
 * `"another key"`, or `"aws/secretsmanager"`.
 */
export function describeSecret<Secret extends string, Key extends string>(
  secret: Secret,
  key: Key,
): Action<Record<Secret, EncryptedSecretOutputs> & Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "secretsmanager:DescribeSecret",
    attempt: `DescribeSecret ${secret}`,
    async perform(deployed, session) {
      const output = await session.secretsmanager.send(new DescribeSecretCommand({ SecretId: deployed[secret].arn }));
      const encryptedUnder = nameOfKey(output.KmsKeyId, key, deployed[key].arn) ?? "aws/secretsmanager";
      return answer(output, { encryptedUnder });
    },
  };
}
