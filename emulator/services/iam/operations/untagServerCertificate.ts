import type { UntagServerCertificateCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findServerCertificate, serverCertificateAccess } from "../credentials/serverCertificate.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from a server certificate. */
export const untagServerCertificate = operation<Input<UntagServerCertificateCommandInput>, object>({
  service: "iam",
  name: "UntagServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagServerCertificate.html",
  readOnly: false,
  access: (context, { ServerCertificateName, TagKeys }) =>
    serverCertificateAccess(context, "UntagServerCertificate", ServerCertificateName, { "aws:TagKeys": TagKeys }),
  run: (context, { ServerCertificateName, TagKeys }) => {
    const certificate = findServerCertificate(context, ServerCertificateName);
    certificate.tags = tagsWithout(certificate.tags, TagKeys, "matters");
    return {};
  },
});
