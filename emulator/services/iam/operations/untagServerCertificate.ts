import type { UntagServerCertificateCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findServerCertificate, serverCertificateAccess } from "../credentials/serverCertificate.ts";
import { removeTags } from "../tags.ts";

/** Removes tags from a server certificate. */
export const untagServerCertificate = operation<Input<UntagServerCertificateCommandInput>, object>({
  service: "iam",
  name: "UntagServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagServerCertificate.html",
  readOnly: false,
  access: (context, { ServerCertificateName, TagKeys }) =>
    serverCertificateAccess(context, "UntagServerCertificate", ServerCertificateName, { "aws:TagKeys": TagKeys }),
  run: (context, { ServerCertificateName, TagKeys }) => {
    removeTags(findServerCertificate(context, ServerCertificateName).tags, TagKeys, "matters");
    return {};
  },
});
