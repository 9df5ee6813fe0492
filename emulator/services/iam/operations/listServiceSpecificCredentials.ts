import type {
  ListServiceSpecificCredentialsCommandInput,
  ListServiceSpecificCredentialsCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { userAccess, userNameOrCaller } from "../findUser.ts";
import { noneOf } from "../noneOf.ts";

/** Lists the service-specific credentials of a user. There are none: the embedded AWS does not make any. */
export const listServiceSpecificCredentials = operation<
  Input<ListServiceSpecificCredentialsCommandInput>,
  Output<ListServiceSpecificCredentialsCommandOutput>
>({
  service: "iam",
  name: "ListServiceSpecificCredentials",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html",
  readOnly: true,
  unsupported: ["AllUsers"],
  access: (context, { UserName }) =>
    userAccess(context, "ListServiceSpecificCredentials", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => ({ ServiceSpecificCredentials: [], ...noneOf(context, UserName) }),
});
