import type { UpdateSigningCertificateCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findSigningCertificate } from "../credentials/signingCertificate.ts";
import { isActive } from "../credentials/statedStatus.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Makes a signing certificate active or inactive. */
export const updateSigningCertificate = operation<Input<UpdateSigningCertificateCommandInput>, object>({
  service: "iam",
  name: "UpdateSigningCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSigningCertificate.html",
  readOnly: false,
  access: (context, { UserName }) =>
    userAccess(context, "UpdateSigningCertificate", userNameOrCaller(context, UserName)),
  run: (context, { UserName, CertificateId, Status }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    findSigningCertificate(user, CertificateId).active = isActive(Status, "A signing certificate");
    return {};
  },
});
