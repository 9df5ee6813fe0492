import type { CreateKeyCommandInput, CreateKeyCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { createKeyAccess } from "../createKeyAccess.ts";
import { generateSecret } from "../generateSecret.ts";
import { isCarried, keyKind, type CarriedKeySpec, type KeyUsage } from "../keyKinds.ts";
import { newKeyMaterial } from "../keyMaterial.ts";
import { KeyMaterials } from "../keyMaterials.ts";
import { keyMetadata } from "../keyMetadata.ts";
import { checkLockout, defaultKeyPolicy, readKeyPolicy } from "../keyPolicy.ts";
import { KmsKey, type KeyIdentity } from "../kmsKey.ts";
import { MultiRegionSet } from "../multiRegionSet.ts";
import { tagsWith } from "../tags.ts";

type CreateKeyInput = Input<CreateKeyCommandInput>;

/** KeySpec, and its older name, which clients still use. */
interface StatedSpec {
  readonly KeySpec?: string;
  readonly CustomerMasterKeySpec?: string;
}

/** Makes a key in the caller's account and region. Kinds that are not carried are refused by name. */
export const createKey = operation<CreateKeyInput, Output<CreateKeyCommandOutput>>({
  service: "kms",
  name: "CreateKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
  readOnly: false,
  unsupported: ["CustomKeyStoreId", "XksKeyId"],
  audit: {
    made: ({ KeyMetadata: key }) =>
      key?.Arn && key.AWSAccountId ? [{ arn: key.Arn, accountId: key.AWSAccountId, type: "AWS::KMS::Key" }] : [],
  },
  access: (context, input) =>
    createKeyAccess(context, {
      spec: specOf(input),
      usage: input.KeyUsage ?? "ENCRYPT_DECRYPT",
      origin: input.Origin ?? "AWS_KMS",
      multiRegionType: input.MultiRegion ? "PRIMARY" : undefined,
      region: context.region,
      tags: input.Tags,
      bypass: input.BypassPolicyLockoutSafetyCheck,
    }),
  run: async (context, input) => {
    const identity = identityOf(context, input);
    const policy = readKeyPolicy(context, input.Policy ?? defaultKeyPolicy(context.accountId));
    const key = new KmsKey(identity, policy, await materialsOf(context, identity));
    key.description = input.Description ?? "";
    if (input.Tags?.length) key.tags = tagsWith(key.tags, input.Tags);
    if (!input.BypassPolicyLockoutSafetyCheck) checkLockout(context, key, policy);
    identity.related?.add(key);
    context.state.kms.addKey(key);
    return { KeyMetadata: keyMetadata(key) };
  },
});

function identityOf({ instance, accountId, region, now }: CallContext, input: CreateKeyInput): KeyIdentity {
  const spec = carriedSpec(specOf(input));
  const { MultiRegion: isMultiRegion = false } = input;
  return {
    // Source: KMS Developer Guide, "How multi-Region keys work": their ids begin with mrk-.
    keyId: isMultiRegion ? `mrk-${instance.random.bytes(16).toString("hex")}` : instance.random.uuid(),
    accountId,
    region,
    manager: "CUSTOMER",
    createdAt: now,
    spec,
    usage: usageOf(spec, input.KeyUsage),
    origin: carriedOrigin(input.Origin),
    related: isMultiRegion ? new MultiRegionSet(region) : undefined,
  };
}

async function materialsOf({ instance }: CallContext, { spec, origin }: KeyIdentity): Promise<KeyMaterials> {
  if (origin === "EXTERNAL") return new KeyMaterials();
  const secret = await generateSecret(keyKind(spec).material, instance.random);
  return new KeyMaterials(newKeyMaterial(secret, instance.random));
}

function specOf({ KeySpec: spec, CustomerMasterKeySpec: olderName }: StatedSpec): string {
  if (spec === undefined || olderName === undefined) return spec ?? olderName ?? "SYMMETRIC_DEFAULT";
  throw new AwsError(
    "ValidationException",
    "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.",
  );
}

/** Source of the messages: recorded answers. */
function usageOf(spec: CarriedKeySpec, stated: string | undefined): KeyUsage {
  if (stated === undefined && spec === "SYMMETRIC_DEFAULT") return "ENCRYPT_DECRYPT";
  if (stated === undefined) {
    const message = "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.";
    throw new AwsError("ValidationException", message);
  }
  const usage = keyKind(spec).usages.find((known) => known === stated);
  if (usage) return usage;
  throw new AwsError("ValidationException", `KeyUsage ${stated} is not compatible with KeySpec ${spec}`);
}

function carriedSpec(spec: string): CarriedKeySpec {
  if (isCarried(spec)) return spec;
  throw notCarried("KeySpec", spec);
}

function carriedOrigin(origin = "AWS_KMS"): KeyIdentity["origin"] {
  if (origin === "AWS_KMS" || origin === "EXTERNAL") return origin;
  throw notCarried("Origin", origin);
}

function notCarried(member: string, value: string): AwsError {
  return new AwsError(
    "UnsupportedOperationException",
    `The embedded AWS does not carry ${member} ${value} of kms:CreateKey.`,
  );
}
