import { createAlias } from "../services/kms/operations/createAlias.ts";
import { createKey } from "../services/kms/operations/createKey.ts";
import { enableKeyRotation } from "../services/kms/operations/enableKeyRotation.ts";
import { consoleKeyPolicy } from "./consoleKeyPolicy.ts";
import type { References } from "./references.ts";
import type { SeedAccount, SeedKey } from "./seed.ts";
import type { SeedCaller } from "./seedCaller.ts";

type Path = readonly (string | number)[];

/** Makes the keys of an account, each with its alias. */
export async function seedKeys(
  caller: SeedCaller,
  { keys = {} }: SeedAccount,
  path: Path,
  references: References,
): Promise<void> {
  for (const [name, key] of Object.entries(keys)) {
    await seedKey(caller, name, key, [...path, "keys", name], references);
  }
}

async function seedKey(caller: SeedCaller, name: string, key: SeedKey, path: Path, references: References) {
  const { description: Description, tags = {} } = key;
  const { KeyMetadata } = await caller.call(path, createKey, {
    Description,
    Policy: policyOf(key, caller.accountId, path, references),
    // Whom a seed gives a key to is its own affair: also nobody who could give it to others.
    BypassPolicyLockoutSafetyCheck: true,
    Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
  });
  const { KeyId = "", Arn = "" } = KeyMetadata ?? {};
  references.add("key", caller.accountId, name, Arn);
  // Nobody but the root user of the owner works on a key here, who may have no part in its policy.
  await caller.call(path, createAlias, { AliasName: `alias/${name}`, TargetKeyId: KeyId });
  if (key.rotation) await caller.call([...path, "rotation"], enableKeyRotation, { KeyId });
}

function policyOf(
  { policy, administrators = [], users = [] }: SeedKey,
  accountId: string,
  path: Path,
  references: References,
): string {
  if (policy !== undefined) return references.resolve(policy, accountId, [...path, "policy"]);
  const arnOf = (name: string) => (name.startsWith("arn:") ? name : `arn:aws:iam::${accountId}:${name}`);
  return consoleKeyPolicy({ accountId, administrators: administrators.map(arnOf), users: users.map(arnOf) });
}
