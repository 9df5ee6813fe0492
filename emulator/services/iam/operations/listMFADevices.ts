import type { ListMFADevicesCommandInput, ListMFADevicesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { page } from "../page.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Lists the MFA devices of a user. */
export const listMFADevices = operation<Input<ListMFADevicesCommandInput>, Output<ListMFADevicesCommandOutput>>({
  service: "iam",
  name: "ListMFADevices",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListMFADevices", userNameOrCaller(context, UserName)),
  run: (context, input) => {
    const { name, mfaDevices } = findUser(context, userNameOrCaller(context, input.UserName));
    const { items, truncation } = page([...mfaDevices.values()], ({ serialNumber }) => serialNumber, input);
    const MFADevices = items.map(({ serialNumber, enabled }) => ({
      UserName: name,
      SerialNumber: serialNumber,
      EnableDate: enabled?.at,
    }));
    return { MFADevices, ...truncation };
  },
});
