import type { DeactivateMFADeviceCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findMfaDeviceOf } from "../credentials/mfaDevice.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Takes an MFA device from its user. */
export const deactivateMFADevice = operation<Input<DeactivateMFADeviceCommandInput>, object>({
  service: "iam",
  name: "DeactivateMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeactivateMFADevice.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "DeactivateMFADevice", userNameOrCaller(context, UserName)),
  run: (context, { UserName, SerialNumber }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    findMfaDeviceOf(context, user, SerialNumber).enabled = undefined;
    user.mfaDevices.delete(SerialNumber);
    return {};
  },
});
