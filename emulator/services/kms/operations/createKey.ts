import type { CreateKeyCommandInput, CreateKeyCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess, callConditions } from "../keyAccess.ts";
import { keyMetadata } from "../keyMetadata.ts";
import { checkLockout, defaultKeyPolicy, readKeyPolicy } from "../keyPolicy.ts";
import { KmsKey } from "../kmsKey.ts";
import { requestTagConditions, tagsWith } from "../tags.ts";

type CreateKeyInput = Input<CreateKeyCommandInput>;

/** KeySpec, and its older name, which clients still use. */
interface StatedSpec {
  readonly KeySpec?: string;
  readonly CustomerMasterKeySpec?: string;
}

/** Makes a key for symmetric encryption in the caller's account and region. Other kinds are refused by name. */
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
  access: (context, input) => {
    const { Tags: tags = [], BypassPolicyLockoutSafetyCheck: bypass = false } = input;
    const conditions = {
      ...callConditions(context),
      "kms:BypassPolicyLockoutSafetyCheck": bypass,
      "kms:KeySpec": specOf(input) ?? "SYMMETRIC_DEFAULT",
      "kms:KeyUsage": input.KeyUsage ?? "ENCRYPT_DECRYPT",
      "kms:KeyOrigin": input.Origin ?? "AWS_KMS",
      "kms:MultiRegion": input.MultiRegion ?? false,
      ...(tags.length > 0 ? requestTagConditions(tags) : {}),
    };
    const create = accountAccess(context, "kms:CreateKey", conditions);
    if (tags.length === 0) return [create];
    // The key to be tagged does not exist yet: policies are matched as if it might be any key of the account.
    const anyKey = `arn:aws:kms:${context.region}:${context.accountId}:key/*`;
    const resource = { ...create.resource, arn: anyKey, shownAs: "" };
    const taggingConditions = { ...create.conditions, "kms:BypassPolicyLockoutSafetyCheck": undefined };
    return [create, { action: "kms:TagResource", resource, conditions: taggingConditions }];
  },
  run: (context, input) => {
    refuseOtherKinds(input);
    const { instance, accountId, region, now, state } = context;
    const identity = { keyId: instance.random.uuid(), accountId, region, manager: "CUSTOMER", createdAt: now } as const;
    const policy = readKeyPolicy(context, input.Policy ?? defaultKeyPolicy(accountId));
    const key = new KmsKey(identity, policy, instance.random);
    key.description = input.Description ?? "";
    key.tags = tagsWith(key.tags, input.Tags ?? []);
    if (!input.BypassPolicyLockoutSafetyCheck) checkLockout(context, key, policy);
    state.kms.addKey(key);
    return { KeyMetadata: keyMetadata(key) };
  },
});

function refuseOtherKinds(input: CreateKeyInput): void {
  refuseOther("KeySpec", specOf(input), "SYMMETRIC_DEFAULT");
  refuseOther("KeyUsage", input.KeyUsage, "ENCRYPT_DECRYPT");
  refuseOther("Origin", input.Origin, "AWS_KMS");
  refuseOther("MultiRegion", input.MultiRegion, false);
}

function specOf({ KeySpec: spec, CustomerMasterKeySpec: olderName }: StatedSpec): string | undefined {
  if (spec === undefined || olderName === undefined) return spec ?? olderName;
  throw new AwsError(
    "ValidationException",
    "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.",
  );
}

function refuseOther<Value extends string | boolean>(member: string, given: Value | undefined, carried: Value): void {
  if (given === undefined || given === carried) return;
  throw new AwsError(
    "UnsupportedOperationException",
    `The embedded AWS does not carry ${member} ${String(given)} of kms:CreateKey yet, only ${String(carried)}.`,
  );
}
