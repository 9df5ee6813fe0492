import type { ListSigningCertificatesCommandInput, ListSigningCertificatesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownSigningCertificate } from "../credentials/signingCertificate.ts";
import { page } from "../page.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Lists the signing certificates of a user. */
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
  run: (context, input) => {
    const user = findUser(context, userNameOrCaller(context, input.UserName));
    const { items, truncation } = page([...user.signingCertificates.values()], ({ id }) => id, input);
    return { Certificates: items.map((certificate) => shownSigningCertificate(user, certificate)), ...truncation };
  },
});
