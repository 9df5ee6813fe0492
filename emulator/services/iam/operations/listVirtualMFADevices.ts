import type { ListVirtualMFADevicesCommandInput, ListVirtualMFADevicesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { page } from "../page.ts";
import { listedUser } from "../users/shownUser.ts";

/** Lists the virtual MFA devices of the account, those that are somebody's or those that are not. */
export const listVirtualMFADevices = operation<
  Input<ListVirtualMFADevicesCommandInput>,
  Output<ListVirtualMFADevicesCommandOutput>
>({
  service: "iam",
  name: "ListVirtualMFADevices",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html",
  readOnly: true,
  access: (context) => iamAccess(context, "ListVirtualMFADevices", `arn:aws:iam::${context.accountId}:mfa/`),
  run: ({ account }, input) => {
    const { AssignmentStatus: status = "Any" } = input;
    const devices = [...account.iam.mfaDevices.values()].filter(
      ({ enabled }) => status === "Any" || (status === "Assigned") === (enabled !== undefined),
    );
    const { items, truncation } = page(devices, ({ serialNumber }) => serialNumber, input);
    const VirtualMFADevices = items.map(({ serialNumber, enabled }) => ({
      SerialNumber: serialNumber,
      EnableDate: enabled?.at,
      User: enabled && listedUser(enabled.user),
    }));
    return { VirtualMFADevices, ...truncation };
  },
});
