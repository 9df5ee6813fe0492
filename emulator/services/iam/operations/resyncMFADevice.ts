import type { ResyncMFADeviceCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findMfaDeviceOf, checkCodes } from "../credentials/mfaDevice.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Sets the time of an MFA device right, which shows two consecutive codes of it. */
export const resyncMFADevice = operation<Input<ResyncMFADeviceCommandInput>, object>({
  service: "iam",
  name: "ResyncMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResyncMFADevice.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "ResyncMFADevice", UserName),
  run: (context, input) => {
    const user = findUser(context, input.UserName);
    checkCodes(context, findMfaDeviceOf(context, user, input.SerialNumber), input, tolerance);
    return {};
  },
});

/** In codes: half an hour. Every code is checked against the right time, so there is nothing to remember. */
const tolerance = 60;
