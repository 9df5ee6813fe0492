import type { GetKeyRotationStatusCommandInput, GetKeyRotationStatusCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { keyAccess } from "../keyAccess.ts";
import { requireOrigin } from "../requireOrigin.ts";

/**
 * Tells whether and when a key rotates. One that is pending deletion does not, and neither does one that is asymmetric or for HMAC: Terraform's provider for AWS
 * asks it of them, too, and is answered.
 */
export const getKeyRotationStatus = operation<
  Input<GetKeyRotationStatusCommandInput>,
  Output<GetKeyRotationStatusCommandOutput>
>({
  service: "kms",
  name: "GetKeyRotationStatus",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html",
  readOnly: true,
  access: (context, { KeyId }) => [keyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:GetKeyRotationStatus")],
  run: (context, { KeyId }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireOrigin(key, "AWS_KMS");
    const isLeaving = key.state === "PendingDeletion" || key.state === "PendingReplicaDeletion";
    const rotation = isLeaving ? undefined : key.materials.schedule;
    return {
      KeyRotationEnabled: rotation !== undefined,
      KeyId: key.arn,
      RotationPeriodInDays: rotation?.periodInDays,
      NextRotationDate: rotation?.nextDate,
    };
  },
});
