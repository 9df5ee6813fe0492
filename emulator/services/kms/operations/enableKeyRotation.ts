import type { EnableKeyRotationCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { addDays } from "../addDays.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireEnabled } from "../keyState.ts";
import { requireRotatable } from "../requireRotatable.ts";

const action = "kms:EnableKeyRotation";
const defaultPeriodInDays = 365;

/** Has a key's material renewed every so many days, a year unless another period is given. */
export const enableKeyRotation = operation<Input<EnableKeyRotationCommandInput>, object>({
  service: "kms",
  name: "EnableKeyRotation",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
  readOnly: false,
  access: (context, { KeyId, RotationPeriodInDays }) => [
    ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action, {
      conditions: { "kms:RotationPeriodInDays": RotationPeriodInDays },
    }),
  ],
  run: (context, { KeyId, RotationPeriodInDays: periodInDays = defaultPeriodInDays }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requireRotatable(key);
    requireEnabled(key, action);
    key.materials.schedule = { periodInDays, nextDate: addDays(context.now, periodInDays) };
    return {};
  },
});
