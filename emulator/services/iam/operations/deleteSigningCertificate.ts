import type { DeleteSigningCertificateCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findSigningCertificate } from "../credentials/signingCertificate.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Deletes a signing certificate. */
export const deleteSigningCertificate = operation<Input<DeleteSigningCertificateCommandInput>, object>({
  service: "iam",
  name: "DeleteSigningCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html",
  readOnly: false,
  access: (context, { UserName }) =>
    userAccess(context, "DeleteSigningCertificate", userNameOrCaller(context, UserName)),
  run: (context, { UserName, CertificateId }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    findSigningCertificate(user, CertificateId);
    user.signingCertificates.delete(CertificateId);
    return {};
  },
});
