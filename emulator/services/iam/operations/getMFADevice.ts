import type { GetMFADeviceCommandInput, GetMFADeviceCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findMfaDevice, findMfaDeviceOf } from "../credentials/mfaDevice.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Shows an MFA device, and whose it is. */
export const getMFADevice = operation<Input<GetMFADeviceCommandInput>, Output<GetMFADeviceCommandOutput>>({
  service: "iam",
  name: "GetMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetMFADevice.html",
  readOnly: true,
  access: (context, { UserName, SerialNumber }) => {
    const owner = context.account.iam.mfaDevices.get(SerialNumber)?.enabled?.user;
    return userAccess(context, "GetMFADevice", UserName ?? owner?.name ?? userNameOrCaller(context, undefined));
  },
  run: (context, { UserName, SerialNumber }) => {
    const device =
      UserName === undefined
        ? findMfaDevice(context, SerialNumber)
        : findMfaDeviceOf(context, findUser(context, UserName), SerialNumber);
    return { UserName: device.enabled?.user.name, SerialNumber, EnableDate: device.enabled?.at };
  },
});
