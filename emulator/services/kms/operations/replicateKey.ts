import type { ReplicateKeyCommandInput, ReplicateKeyCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { createKeyAccess } from "../createKeyAccess.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { KeyMaterials } from "../keyMaterials.ts";
import { keyMetadata } from "../keyMetadata.ts";
import { checkLockout, defaultKeyPolicy, readKeyPolicy } from "../keyPolicy.ts";
import { requireEnabled } from "../keyState.ts";
import { KmsKey } from "../kmsKey.ts";
import type { MultiRegionSet } from "../multiRegionSet.ts";
import { requirePrimary } from "../requirePrimary.ts";
import { tagsWith } from "../tags.ts";

type ReplicateKeyInput = Input<ReplicateKeyCommandInput>;

const action = "kms:ReplicateKey";

/** Makes a key in another region that is related to a primary key: with its id and its material, and a policy of its own. */
export const replicateKey = operation<ReplicateKeyInput, Output<ReplicateKeyCommandOutput>>({
  service: "kms",
  name: "ReplicateKey",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html",
  readOnly: false,
  access: (context, { KeyId, ReplicaRegion: region, Tags: tags, BypassPolicyLockoutSafetyCheck: bypass }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    const { spec, usage, origin } = key;
    return [
      ownKeyAccess(context, key, action, { conditions: { "kms:ReplicaRegion": region } }),
      ...createKeyAccess(context, { spec, usage, origin, multiRegionType: "REPLICA", region, tags, bypass }),
    ];
  },
  run: (context, input) => {
    const primary = findKeyByIdOrArn(context, input.KeyId);
    const related = requirePrimary(primary);
    requireEnabled(primary, action);
    const replica = newReplica(context, primary, related, input);
    related.add(replica);
    context.instance.region(replica.accountId, replica.region).kms.addKey(replica);
    // It is ready at once here, but KMS never says so yet.
    const metadata = { ...keyMetadata(replica), KeyState: "Creating", Enabled: false } as const;
    return {
      ReplicaKeyMetadata: { ...metadata, CurrentKeyMaterialId: undefined },
      ReplicaPolicy: replica.policy.text,
      ReplicaTags: shownTags(replica),
    };
  },
});

/** A key without tags has no list of them. Source: recorded answers. */
function shownTags({ tags = new Map() }: KmsKey): Output<ReplicateKeyCommandOutput>["ReplicaTags"] {
  return tags.size > 0 ? [...tags].map(([TagKey, TagValue]) => ({ TagKey, TagValue })) : undefined;
}

function newReplica(
  context: CallContext,
  primary: KmsKey,
  related: MultiRegionSet,
  { ReplicaRegion: region, ...input }: ReplicateKeyInput,
): KmsKey {
  const { keyId, accountId, manager, spec, usage, origin } = primary;
  const known = related.in(region);
  // The wording is not recorded anywhere.
  if (known) throw new AwsError("AlreadyExistsException", `The key ${known.arn} already exists.`);
  const policy = readKeyPolicy(context, input.Policy ?? defaultKeyPolicy(accountId));
  const identity = { keyId, accountId, region, manager, createdAt: context.now, spec, usage, origin, related };
  // Imported material has to be imported into every related key.
  const materials = origin === "EXTERNAL" ? new KeyMaterials() : primary.materials;
  const replica = new KmsKey(identity, policy, materials);
  replica.description = input.Description ?? "";
  if (input.Tags?.length) replica.tags = tagsWith(replica.tags, input.Tags);
  if (!input.BypassPolicyLockoutSafetyCheck) checkLockout(context, replica, policy);
  return replica;
}
