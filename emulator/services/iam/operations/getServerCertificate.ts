import type { GetServerCertificateCommandInput, GetServerCertificateCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import {
  findServerCertificate,
  serverCertificateAccess,
  listedServerCertificate,
} from "../credentials/serverCertificate.ts";
import { listedTags } from "../tags.ts";

/** Shows a server certificate, and never its private key. */
export const getServerCertificate = operation<
  Input<GetServerCertificateCommandInput>,
  Output<GetServerCertificateCommandOutput>
>({
  service: "iam",
  name: "GetServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServerCertificate.html",
  readOnly: true,
  access: (context, { ServerCertificateName }) =>
    serverCertificateAccess(context, "GetServerCertificate", ServerCertificateName),
  run: (context, { ServerCertificateName }) => {
    const certificate = findServerCertificate(context, ServerCertificateName);
    return {
      ServerCertificate: {
        ServerCertificateMetadata: listedServerCertificate(certificate),
        CertificateBody: certificate.body,
        CertificateChain: certificate.chain,
        Tags: listedTags(certificate.tags),
      },
    };
  },
});
