import { parsePolicy } from "../../authorization/policy.ts";
import type { CallContext } from "../../callContext.ts";
import { addDays } from "./addDays.ts";
import { KmsKey } from "./kmsKey.ts";
import { dynamoDbKeyPolicy, secretsManagerKeyPolicy, throughServiceKeyPolicy } from "./awsManagedKeyPolicies.ts";
import { KeyMaterials } from "./keyMaterials.ts";
import { newSymmetricMaterial } from "./keyMaterial.ts";

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
  s3: {
    description: "Default key that protects my S3 objects when no other key is defined",
    policy: throughServiceKeyPolicy({ id: "auto-s3-2", title: "S3", service: "s3", grants: false }),
  },
  ebs: {
    description: "Default key that protects my EBS volumes when no other key is defined",
    policy: throughServiceKeyPolicy({ id: "auto-ebs-2", title: "EBS", service: "ec2", grants: true }),
  },
  lambda: {
    description: "Default key that protects my Lambda functions when no other key is defined",
    policy: throughServiceKeyPolicy({ id: "auto-awslambda", title: "AWS Lambda", service: "lambda", grants: true }),
  },
} as const satisfies Record<string, ManagedKeyKind>;

/** A service that has an AWS managed key here. */
export type AwsManagedService = keyof typeof kinds;

const awsManagedKind = {
  manager: "AWS",
  spec: "SYMMETRIC_DEFAULT",
  usage: "ENCRYPT_DECRYPT",
  origin: "AWS_KMS",
} as const;

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
  const identity = { keyId: instance.random.uuid(), accountId, region, createdAt: now };
  const document = JSON.stringify(policy(accountId, region));
  const materials = new KeyMaterials(newSymmetricMaterial(instance.random));
  const key = new KmsKey({ ...identity, ...awsManagedKind }, parsePolicy(document, "key policy"), materials);
  key.description = description;
  materials.schedule = { periodInDays: rotationPeriodInDays, nextDate: addDays(now, rotationPeriodInDays) };
  state.kms.addKey(key);
  state.kms.setAlias(name, key, now);
  return key;
}

/** The service whose AWS managed key an alias names: `alias/aws/dynamodb` → `dynamodb`. */
export function awsManagedServiceOf(aliasName: string): AwsManagedService | undefined {
  return awsManagedServices.find((service) => aliasName === `alias/aws/${service}`);
}

const awsManagedServices: readonly AwsManagedService[] = ["dynamodb", "secretsmanager", "s3", "ebs", "lambda"];
