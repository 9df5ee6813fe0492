import type { DeleteServerCertificateCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findServerCertificate, serverCertificateAccess } from "../credentials/serverCertificate.ts";

/** Deletes a server certificate. */
export const deleteServerCertificate = operation<Input<DeleteServerCertificateCommandInput>, object>({
  service: "iam",
  name: "DeleteServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServerCertificate.html",
  readOnly: false,
  access: (context, { ServerCertificateName }) =>
    serverCertificateAccess(context, "DeleteServerCertificate", ServerCertificateName),
  run: (context, { ServerCertificateName }) => {
    context.account.iam.serverCertificates.remove(findServerCertificate(context, ServerCertificateName));
    return {};
  },
});
