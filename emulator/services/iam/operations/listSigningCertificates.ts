import type { ListSigningCertificatesCommandInput, ListSigningCertificatesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownSigningCertificate } from "../credentials/signingCertificate.ts";
import { page } from "../page.ts";
import { listedOwner, listedOwnerAccess } from "../users/findUser.ts";

/** Lists the signing certificates of a user. */
export const listSigningCertificates = operation<
  Input<ListSigningCertificatesCommandInput>,
  Output<ListSigningCertificatesCommandOutput>
>({
  service: "iam",
  name: "ListSigningCertificates",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSigningCertificates.html",
  readOnly: true,
  access: (context, { UserName }) => listedOwnerAccess(context, "ListSigningCertificates", UserName),
  run: (context, input) => {
    const user = listedOwner(context, input.UserName);
    if (!user) return { Certificates: [], IsTruncated: false };
    const { items, truncation } = page([...user.signingCertificates.values()], ({ id }) => id, input);
    return { Certificates: items.map((certificate) => shownSigningCertificate(user, certificate)), ...truncation };
  },
});
