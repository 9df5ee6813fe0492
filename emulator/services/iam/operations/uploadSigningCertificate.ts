import type { UploadSigningCertificateCommandInput, UploadSigningCertificateCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkNewCertificate, shownSigningCertificate } from "../credentials/signingCertificate.ts";
import { checkQuota } from "../quotas.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";

/** Gives a user a signing certificate. */
export const uploadSigningCertificate = operation<
  Input<UploadSigningCertificateCommandInput>,
  Output<UploadSigningCertificateCommandOutput>
>({
  service: "iam",
  name: "UploadSigningCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html",
  readOnly: false,
  access: (context, { UserName }) =>
    userAccess(context, "UploadSigningCertificate", userNameOrCaller(context, UserName)),
  run: (context, { UserName, CertificateBody }) => {
    const user = findUser(context, userNameOrCaller(context, UserName));
    checkNewCertificate(user, CertificateBody);
    checkQuota("CertificatesPerUser", user.signingCertificates.size + 1);
    const id = context.instance.random.text(32, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    const certificate = { id, body: CertificateBody, uploadedAt: context.now, active: true };
    user.signingCertificates.set(id, certificate);
    return { Certificate: shownSigningCertificate(user, certificate) };
  },
});
