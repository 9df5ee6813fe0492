import type {
  ListServiceSpecificCredentialsCommandInput,
  ListServiceSpecificCredentialsCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { listedCredential } from "../credentials/serviceSpecificCredential.ts";
import { page } from "../page.ts";
import { listedOwner, listedOwnerAccess } from "../users/findUser.ts";

/** Lists the service-specific credentials of a user, without their secrets. */
export const listServiceSpecificCredentials = operation<
  Input<ListServiceSpecificCredentialsCommandInput>,
  Output<ListServiceSpecificCredentialsCommandOutput>
>({
  service: "iam",
  name: "ListServiceSpecificCredentials",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html",
  readOnly: true,
  unsupported: ["AllUsers"],
  access: (context, { UserName }) => listedOwnerAccess(context, "ListServiceSpecificCredentials", UserName),
  run: (context, input) => {
    const user = listedOwner(context, input.UserName);
    if (!user) return { ServiceSpecificCredentials: [], IsTruncated: false };
    const wanted = [...user.serviceSpecificCredentials.values()].filter(
      ({ serviceName }) => input.ServiceName === undefined || serviceName === input.ServiceName,
    );
    const { items, truncation } = page(wanted, ({ id }) => id, input);
    return { ServiceSpecificCredentials: items.map((item) => listedCredential(user, item)), ...truncation };
  },
});
