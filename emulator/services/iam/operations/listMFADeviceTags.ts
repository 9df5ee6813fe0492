import type { ListMFADeviceTagsCommandInput, ListMFADeviceTagsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findMfaDevice, mfaDeviceAccess } from "../credentials/mfaDevice.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of a virtual MFA device. */
export const listMFADeviceTags = operation<
  Input<ListMFADeviceTagsCommandInput>,
  Output<ListMFADeviceTagsCommandOutput>
>({
  service: "iam",
  name: "ListMFADeviceTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADeviceTags.html",
  readOnly: true,
  access: (context, { SerialNumber }) => mfaDeviceAccess(context, "ListMFADeviceTags", SerialNumber),
  run: (context, input) => tagPage(findMfaDevice(context, input.SerialNumber), input),
});
