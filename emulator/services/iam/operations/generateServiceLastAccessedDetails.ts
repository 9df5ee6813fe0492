import type {
  GenerateServiceLastAccessedDetailsCommandInput,
  GenerateServiceLastAccessedDetailsCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { findReportSubject } from "../lastAccess/findReportSubject.ts";
import { makeLastAccessedReport } from "../lastAccess/lastAccessedReport.ts";

/** Has a report made on the services that a user, role, group or managed policy allows, and on when each was last called. */
export const generateServiceLastAccessedDetails = operation<
  Input<GenerateServiceLastAccessedDetailsCommandInput>,
  Output<GenerateServiceLastAccessedDetailsCommandOutput>
>({
  service: "iam",
  name: "GenerateServiceLastAccessedDetails",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html",
  readOnly: false,
  // Which actions AWS tracks is nowhere in data that could be carried along: reports are about services.
  unsupported: ["Granularity"],
  access: (context, { Arn }) => iamAccess(context, "GenerateServiceLastAccessedDetails", Arn),
  run: (context, { Arn }) => {
    const report = makeLastAccessedReport(context, findReportSubject(context, Arn));
    context.account.iam.lastAccessedReports.add(report);
    return { JobId: report.id };
  },
});
