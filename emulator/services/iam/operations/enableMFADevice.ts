import type { EnableMFADeviceCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { findMfaDevice, checkCodes } from "../credentials/mfaDevice.ts";
import { checkQuota } from "../quotas.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Makes an MFA device that of a user, who shows two consecutive codes of it. */
export const enableMFADevice = operation<Input<EnableMFADeviceCommandInput>, object>({
  service: "iam",
  name: "EnableMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "EnableMFADevice", UserName),
  run: (context, input) => {
    const user = findUser(context, input.UserName);
    const device = findMfaDevice(context, input.SerialNumber);
    if (device.enabled) throw alreadyExists("MFA Device is already in use.");
    checkQuota("MFADevicesPerUser", user.mfaDevices.size + 1);
    checkCodes(context, device, input, tolerance);
    device.enabled = { user, at: context.now };
    user.mfaDevices.set(device.serialNumber, device);
    return {};
  },
});

/** In codes: a minute and a half. */
const tolerance = 3;
