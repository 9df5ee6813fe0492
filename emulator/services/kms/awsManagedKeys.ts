import { parsePolicy } from "../../authorization/policy.ts";
import type { CallContext } from "../../callContext.ts";
import { addDays } from "./addDays.ts";
import { KmsKey } from "./kmsKey.ts";
import { dynamoDbKeyPolicy, secretsManagerKeyPolicy } from "./awsManagedKeyPolicies.ts";

interface ManagedKeyKind {
  readonly description: string;
  policy(accountId: string, region: string): object;
}

const kinds = {
  dynamodb: {
    description: "Default key that protects my DynamoDB data when no other key is defined",
    policy: dynamoDbKeyPolicy,
  },
  secretsmanager: {
    description: "Default key that protects my Secrets Manager data when no other key is defined",
    policy: secretsManagerKeyPolicy,
  },
} as const satisfies Record<string, ManagedKeyKind>;

/** A service that has an AWS managed key here. */
export type AwsManagedService = keyof typeof kinds;

/** AWS managed keys rotate every year. Source: KMS Developer Guide, "Rotate AWS KMS keys". */
const rotationPeriodInDays = 365;

/**
 * The AWS managed key of a service in the caller's account and region, `aws/<service>`; it comes into being on first use.
 * Its key policy lets nobody disable, delete, tag or change it, the root user included.
 */
export function awsManagedKey(context: CallContext, service: AwsManagedService): KmsKey {
  const { state, instance, accountId, region, now } = context;
  const name = `alias/aws/${service}`;
  const existing = state.kms.alias(name);
  const known = existing && state.kms.key(existing.targetKeyId);
  if (known) return known;
  const { description, policy } = kinds[service];
  const identity = { keyId: instance.random.uuid(), accountId, region, manager: "AWS", createdAt: now } as const;
  const document = JSON.stringify(policy(accountId, region));
  const key = new KmsKey(identity, parsePolicy(document, "key policy"), instance.random);
  key.description = description;
  key.rotation = { periodInDays: rotationPeriodInDays, nextDate: addDays(now, rotationPeriodInDays) };
  state.kms.addKey(key);
  state.kms.setAlias(name, key, now);
  return key;
}

/** The service whose AWS managed key an alias names: `alias/aws/dynamodb` → `dynamodb`. */
export function awsManagedServiceOf(aliasName: string): AwsManagedService | undefined {
  return awsManagedServices.find((service) => aliasName === `alias/aws/${service}`);
}

const awsManagedServices: readonly AwsManagedService[] = ["dynamodb", "secretsmanager"];
