import { createSecret } from "../services/secretsmanager/operations/createSecret.ts";
import { putResourcePolicy } from "../services/secretsmanager/operations/putResourcePolicy.ts";
import { encryptionKey } from "./encryptionKey.ts";
import type { References } from "./references.ts";
import type { SeedAccount } from "./seed.ts";
import type { SeedCaller } from "./seedCaller.ts";
import { tagList } from "../tagList.ts";

/** Makes the secrets of an account. */
export async function seedSecrets(
  caller: SeedCaller,
  { secrets = {} }: SeedAccount,
  path: readonly (string | number)[],
  references: References,
): Promise<void> {
  const { accountId, world } = caller;
  for (const [Name, { value, description, encryption = "aws-managed", policy, tags }] of Object.entries(secrets)) {
    const at = [...path, "secrets", Name];
    const { ARN = "" } = await caller.call(at, createSecret, {
      Name,
      SecretString: value,
      Description: description,
      KmsKeyId: encryptionKey(encryption, accountId, [...at, "encryption"], references),
      // Clients make it up where nobody states it.
      ClientRequestToken: world.instance.random.fleeting.uuid(),
      Tags: tagList(tags),
    });
    references.add("secret", accountId, Name, ARN);
    if (policy === undefined) continue;
    const ResourcePolicy = references.resolve(policy, accountId, [...at, "policy"]);
    await caller.call([...at, "policy"], putResourcePolicy, { SecretId: ARN, ResourcePolicy });
  }
}
