import type {
  ListServerCertificateTagsCommandInput,
  ListServerCertificateTagsCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findServerCertificate, serverCertificateAccess } from "../credentials/serverCertificate.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of a server certificate. */
export const listServerCertificateTags = operation<
  Input<ListServerCertificateTagsCommandInput>,
  Output<ListServerCertificateTagsCommandOutput>
>({
  service: "iam",
  name: "ListServerCertificateTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificateTags.html",
  readOnly: true,
  access: (context, { ServerCertificateName }) =>
    serverCertificateAccess(context, "ListServerCertificateTags", ServerCertificateName),
  run: (context, input) => tagPage(findServerCertificate(context, input.ServerCertificateName), input),
});
