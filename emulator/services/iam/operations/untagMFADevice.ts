import type { UntagMFADeviceCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findMfaDevice, mfaDeviceAccess } from "../credentials/mfaDevice.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from a virtual MFA device. */
export const untagMFADevice = operation<Input<UntagMFADeviceCommandInput>, object>({
  service: "iam",
  name: "UntagMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagMFADevice.html",
  readOnly: false,
  access: (context, { SerialNumber, TagKeys }) =>
    mfaDeviceAccess(context, "UntagMFADevice", SerialNumber, { "aws:TagKeys": TagKeys }),
  run: (context, { SerialNumber, TagKeys }) => {
    const device = findMfaDevice(context, SerialNumber);
    device.tags = tagsWithout(device.tags, TagKeys, "matters");
    return {};
  },
});
