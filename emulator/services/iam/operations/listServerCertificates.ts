import type { ListServerCertificatesCommandInput, ListServerCertificatesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { listedServerCertificate } from "../credentials/serverCertificate.ts";
import { iamAccess } from "../iamAccess.ts";
import { directoryPage } from "../page.ts";

/** Lists the server certificates below a path. */
export const listServerCertificates = operation<
  Input<ListServerCertificatesCommandInput>,
  Output<ListServerCertificatesCommandOutput>
>({
  service: "iam",
  name: "ListServerCertificates",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificates.html",
  readOnly: true,
  access: (context) => iamAccess(context, "ListServerCertificates", "*"),
  run: ({ account }, input) => {
    const { items, truncation } = directoryPage(account.iam.serverCertificates, input);
    return { ServerCertificateMetadataList: items.map(listedServerCertificate), ...truncation };
  },
});
