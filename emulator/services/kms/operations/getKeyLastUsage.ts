import type { GetKeyLastUsageCommandInput, GetKeyLastUsageCommandOutput, KeyLastUsageData } from "@aws-sdk/client-kms";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import type { LastUse } from "../kmsKey.ts";

/** Tells when a key was last used in a cryptographic operation that succeeded. Uses are recorded from a key's creation on. */
export const getKeyLastUsage = operation<Input<GetKeyLastUsageCommandInput>, Output<GetKeyLastUsageCommandOutput>>({
  service: "kms",
  name: "GetKeyLastUsage",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html",
  readOnly: true,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:GetKeyLastUsage")],
  run: (context, { KeyId }) => {
    const { keyId, createdAt, lastUse } = findKeyByIdOrArn(context, KeyId);
    return {
      KeyId: keyId,
      KeyLastUsage: lastUse ? shown(context, lastUse) : {},
      TrackingStartDate: createdAt,
      KeyCreationDate: createdAt,
    };
  },
});

function shown({ instance, accountId }: CallContext, { operation: name, date, requestId }: LastUse): KeyLastUsageData {
  const event = instance.audit.eventsOf(accountId).findLast(({ requestID }) => requestID === requestId);
  return { Operation: name, Timestamp: date, CloudTrailEventId: event?.eventID, KmsRequestId: requestId };
}
