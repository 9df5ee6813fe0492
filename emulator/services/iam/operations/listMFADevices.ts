import type { ListMFADevicesCommandInput, ListMFADevicesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { listedOwner, listedOwnerAccess } from "../users/findUser.ts";

/** Lists the MFA devices of a user. */
export const listMFADevices = operation<Input<ListMFADevicesCommandInput>, Output<ListMFADevicesCommandOutput>>({
  service: "iam",
  name: "ListMFADevices",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html",
  readOnly: true,
  access: (context, { UserName }) => listedOwnerAccess(context, "ListMFADevices", UserName),
  run: (context, input) => {
    const user = listedOwner(context, input.UserName);
    if (!user) return { MFADevices: [], IsTruncated: false };
    const { items, truncation } = page([...user.mfaDevices.values()], ({ serialNumber }) => serialNumber, input);
    const MFADevices = items.map(({ serialNumber, enabled }) => ({
      UserName: user.name,
      SerialNumber: serialNumber,
      EnableDate: enabled?.at,
    }));
    return { MFADevices, ...truncation };
  },
});
