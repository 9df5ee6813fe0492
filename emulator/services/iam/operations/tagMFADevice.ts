import type { TagMFADeviceCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findMfaDevice, mfaDeviceAccess } from "../credentials/mfaDevice.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to a virtual MFA device, or gives them new values. */
export const tagMFADevice = operation<Input<TagMFADeviceCommandInput>, object>({
  service: "iam",
  name: "TagMFADevice",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagMFADevice.html",
  readOnly: false,
  access: (context, { SerialNumber, Tags }) =>
    mfaDeviceAccess(context, "TagMFADevice", SerialNumber, requestTags(Tags)),
  run: (context, { SerialNumber, Tags }) => {
    const device = findMfaDevice(context, SerialNumber);
    device.tags = tagsWith(device.tags, Tags, "matters");
    return {};
  },
});
