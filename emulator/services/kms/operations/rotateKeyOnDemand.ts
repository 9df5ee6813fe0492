import type { RotateKeyOnDemandCommandInput, RotateKeyOnDemandCommandOutput } from "@aws-sdk/client-kms";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { newSymmetricMaterial } from "../keyMaterial.ts";
import { isReadyEverywhere } from "../materialState.ts";
import { requireEnabled } from "../keyState.ts";
import type { KmsKey } from "../kmsKey.ts";
import { refuseReplica } from "../requirePrimary.ts";
import { requireSymmetric } from "../requireSymmetric.ts";
import { tellKeyEvent } from "../tellKeyEvent.ts";

const action = "kms:RotateKeyOnDemand";
/** Source: KMS Developer Guide, "Perform on-demand key rotation"; it was 10 until 2025. */
const maximumRotations = 25;

/** Renews the material of a key at once: with material that KMS makes, or with what was imported for this. */
export const rotateKeyOnDemand = operation<
  Input<RotateKeyOnDemandCommandInput>,
  Output<RotateKeyOnDemandCommandOutput>
>({
  service: "kms",
  name: "RotateKeyOnDemand",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html",
  readOnly: false,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action)],
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireEnabled(key, action);
    requireSymmetric(key);
    refuseReplica(key);
    if (key.materials.onDemandRotations >= maximumRotations) throw limitReached(key);
    rotate(context, key);
    tellKeyEvent(context.instance, "KMS CMK Rotation", key, context.now);
    return { KeyId: key.arn };
  },
});

function rotate({ now, instance }: CallContext, key: KmsKey): void {
  const rotation = { date: now, type: "ON_DEMAND" } as const;
  if (key.origin === "AWS_KMS") {
    key.materials.rotate(newSymmetricMaterial(instance.random), rotation);
    return;
  }
  if (!key.materials.pending || !isReadyEverywhere(key)) {
    const message = `No available key material pending rotation for the key: ${key.arn}.`;
    throw new AwsError("KMSInvalidStateException", message);
  }
  for (const { materials } of key.related?.keys ?? [key]) materials.rotateToPending(rotation);
}

function limitReached({ arn }: KmsKey): AwsError {
  return new AwsError(
    "LimitExceededException",
    `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`,
  );
}
