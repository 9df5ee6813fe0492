import type { UploadServerCertificateCommandInput, UploadServerCertificateCommandOutput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { readCertificate, checkKeyPair } from "../credentials/certificate.ts";
import { ServerCertificate, serverCertificateArn, listedServerCertificate } from "../credentials/serverCertificate.ts";
import { iamAccess } from "../iamAccess.ts";
import { checkQuota } from "../quotas.ts";
import { newTags, shownTags } from "../tags.ts";

/** Takes a certificate with its private key in. */
export const uploadServerCertificate = operation<
  Input<UploadServerCertificateCommandInput>,
  Output<UploadServerCertificateCommandOutput>
>({
  service: "iam",
  name: "UploadServerCertificate",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadServerCertificate.html",
  readOnly: false,
  access: (context, { ServerCertificateName, Path = "/", Tags }) =>
    iamAccess(
      context,
      "UploadServerCertificate",
      serverCertificateArn(context.accountId, Path, ServerCertificateName),
      { conditions: requestTags(Tags) },
    ),
  run: ({ account, accountId, instance, now }, input) => {
    const { ServerCertificateName: name, Path = "/", CertificateBody, CertificateChain, PrivateKey, Tags } = input;
    const { serverCertificates } = account.iam;
    if (serverCertificates.has(name)) {
      throw alreadyExists(`The Server Certificate with name ${name} already exists.`);
    }
    const parsed = readCertificate(CertificateBody, malformed);
    checkKeyPair(parsed, PrivateKey);
    checkQuota("ServerCertificatesPerAccount", serverCertificates.size + 1);
    const certificate = new ServerCertificate({
      accountId,
      id: instance.random.uniqueId("ASCA"),
      name,
      path: Path,
      body: CertificateBody,
      chain: CertificateChain,
      uploadedAt: now,
      expiresAt: new Date(parsed.validTo),
      tags: newTags(Tags, "matters"),
    });
    serverCertificates.add(certificate);
    return {
      ServerCertificateMetadata: listedServerCertificate(certificate),
      Tags: shownTags(certificate.tags),
    };
  },
});

const malformed = "Unable to parse certificate. Please ensure the certificate is in PEM format.";
