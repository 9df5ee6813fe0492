import type { GenerateCredentialReportCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Output } from "../../../operation.ts";
import { startCredentialReport } from "../account/credentialReport.ts";
import { iamAccess } from "../iamAccess.ts";

/** Has a credential report made, unless there is one of the last four hours. */
export const generateCredentialReport = operation<object, Output<GenerateCredentialReportCommandOutput>>({
  service: "iam",
  name: "GenerateCredentialReport",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html",
  readOnly: false,
  access: (context) => iamAccess(context, "GenerateCredentialReport", "*"),
  run: (context) => {
    const State = startCredentialReport(context);
    const Description = "No report exists. Starting a new report generation task";
    return State === "STARTED" ? { State, Description } : { State };
  },
});
