import type { ListMFADevicesCommandInput, ListMFADevicesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { userAccess, userNameOrCaller } from "../findUser.ts";
import { noneOf } from "../noneOf.ts";

/** Lists the MFA devices of a user. There are none: the embedded AWS does not make any. */
export const listMFADevices = operation<Input<ListMFADevicesCommandInput>, Output<ListMFADevicesCommandOutput>>({
  service: "iam",
  name: "ListMFADevices",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListMFADevices", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => ({ MFADevices: [], ...noneOf(context, UserName) }),
});
