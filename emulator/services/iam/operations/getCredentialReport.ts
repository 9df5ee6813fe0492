import type { GetCredentialReportCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Output } from "../../../operation.ts";
import { findCredentialReport } from "../account/credentialReport.ts";
import { iamAccess } from "../iamAccess.ts";

/** Shows the credential report that was made last. */
export const getCredentialReport = operation<object, Output<GetCredentialReportCommandOutput>>({
  service: "iam",
  name: "GetCredentialReport",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetCredentialReport", "*"),
  run: (context) => {
    const { csv, completeAt } = findCredentialReport(context);
    return { Content: Buffer.from(csv), ReportFormat: "text/csv", GeneratedTime: completeAt };
  },
});
