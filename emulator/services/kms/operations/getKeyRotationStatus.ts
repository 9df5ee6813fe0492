import type { GetKeyRotationStatusCommandInput, GetKeyRotationStatusCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { keyAccess } from "../keyAccess.ts";

/** Tells whether and when a key rotates. A key that is pending deletion does not. */
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
    const rotation = key.state === "PendingDeletion" ? undefined : key.rotation;
    return {
      KeyRotationEnabled: rotation !== undefined,
      KeyId: key.keyId,
      RotationPeriodInDays: rotation?.periodInDays,
      NextRotationDate: rotation?.nextDate,
    };
  },
});
