import type { ListVirtualMFADevicesCommandInput, ListVirtualMFADevicesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";

/** Lists the virtual MFA devices of the account. There are none: the embedded AWS does not make any. */
export const listVirtualMFADevices = operation<
  Input<ListVirtualMFADevicesCommandInput>,
  Output<ListVirtualMFADevicesCommandOutput>
>({
  service: "iam",
  name: "ListVirtualMFADevices",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html",
  readOnly: true,
  access: (context) => iamAccess(context, "ListVirtualMFADevices", `arn:aws:iam::${context.accountId}:mfa/`),
  run: () => ({ VirtualMFADevices: [], IsTruncated: false }),
});
