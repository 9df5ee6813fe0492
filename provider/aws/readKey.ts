import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListResourceTagsCommand,
  type KeyMetadata,
} from "@aws-sdk/client-kms";
import type { Aws } from "./aws.ts";
import { ifExists } from "./errors.ts";
import { tagMap, type Tags } from "./tags.ts";

/** A key as KMS tells of it. */
export interface DescribedKey {
  readonly metadata: KeyMetadata;
  readonly policy: string | undefined;
  readonly tags: Tags;
  readonly rotates: boolean;
  readonly rotationPeriodInDays: number | undefined;
}

/** Reads a key; nothing if there is none, or none any more. */
export async function readKey(aws: Aws, id: string): Promise<DescribedKey | undefined> {
  const about = { KeyId: id };
  const metadata = (await ifExists(aws.kms.send(new DescribeKeyCommand(about))))?.KeyMetadata;
  if (metadata === undefined || metadata.DeletionDate !== undefined) return undefined;
  const [{ Policy }, rotation, { Tags: tags }] = await Promise.all([
    aws.kms.send(new GetKeyPolicyCommand({ ...about, PolicyName: "default" })),
    canRotate(metadata) ? aws.kms.send(new GetKeyRotationStatusCommand(about)) : undefined,
    aws.kms.send(new ListResourceTagsCommand({ ...about, Limit: 50 })),
  ]);
  return {
    metadata,
    policy: Policy,
    tags: tagMap(tags?.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }))),
    rotates: rotation?.KeyRotationEnabled ?? false,
    rotationPeriodInDays: rotation?.RotationPeriodInDays,
  };
}

/** KMS refuses to speak of rotation for keys that it cannot rotate. Source: KMS API Reference, GetKeyRotationStatus. */
function canRotate({ KeySpec, Origin }: KeyMetadata): boolean {
  return KeySpec === "SYMMETRIC_DEFAULT" && Origin === "AWS_KMS";
}
