import type { TagServerCertificateCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findServerCertificate, serverCertificateAccess } from "../credentials/serverCertificate.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to a server certificate, or gives them new values. */
export const tagServerCertificate = operation<Input<TagServerCertificateCommandInput>, object>({
  service: "iam",
  name: "TagServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagServerCertificate.html",
  readOnly: false,
  access: (context, { ServerCertificateName, Tags }) =>
    serverCertificateAccess(context, "TagServerCertificate", ServerCertificateName, requestTags(Tags)),
  run: (context, { ServerCertificateName, Tags }) => {
    const certificate = findServerCertificate(context, ServerCertificateName);
    certificate.tags = tagsWith(certificate.tags, Tags, "matters");
    return {};
  },
});
