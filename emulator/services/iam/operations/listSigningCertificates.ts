import type { ListSigningCertificatesCommandInput, ListSigningCertificatesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { userAccess, userNameOrCaller } from "../findUser.ts";
import { noneOf } from "../noneOf.ts";

/** Lists the signing certificates of a user. There are none: the embedded AWS does not make any. */
export const listSigningCertificates = operation<
  Input<ListSigningCertificatesCommandInput>,
  Output<ListSigningCertificatesCommandOutput>
>({
  service: "iam",
  name: "ListSigningCertificates",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSigningCertificates.html",
  readOnly: true,
  access: (context, { UserName }) =>
    userAccess(context, "ListSigningCertificates", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => ({ Certificates: [], ...noneOf(context, UserName) }),
});
