import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { credentialReportCsv } from "./credentialReportCsv.ts";

/** A credential report, which is being made for a moment and is good for four hours of the instance's time. */
export interface CredentialReport {
  readonly csv: string;
  readonly startedAt: Date;
  readonly completeAt: Date;
  readonly expiresAt: Date;
}

/** How long a report is being made, in milliseconds. AWS takes seconds; how many is not documented. */
const duration = 1000;
/** Source: IAM User Guide, "Get credential reports for your AWS account": every four hours at most. */
const validity = 4 * 60 * 60 * 1000;

/** Where the making of a report stands. */
export type ReportState = "STARTED" | "INPROGRESS" | "COMPLETE";

/** Starts a report unless there is one that is good. Returns where it stands. */
export function startCredentialReport(context: CallContext): ReportState {
  const { account, now } = context;
  const known = account.iam.credentialReport;
  if (known && now < known.completeAt) return "INPROGRESS";
  if (known && now < known.expiresAt) return "COMPLETE";
  const completeAt = new Date(now.getTime() + duration);
  const expiresAt = new Date(completeAt.getTime() + validity);
  account.iam.credentialReport = { csv: credentialReportCsv(context), startedAt: now, completeAt, expiresAt };
  return "STARTED";
}

/** The report. Throws ReportNotPresent, ReportInProgress or ReportExpired. AWS sends the first without a sentence. */
export function findCredentialReport({ account, now }: CallContext): CredentialReport {
  const report = account.iam.credentialReport;
  if (!report) throw new AwsError("ReportNotPresent", "There is no credential report: generate one.", { status: 410 });
  if (now < report.completeAt) {
    throw new AwsError("ReportInProgress", "The credential report is still being generated.", { status: 404 });
  }
  if (now >= report.expiresAt) {
    throw new AwsError("ReportExpired", "The credential report is older than four hours: generate one.", {
      status: 410,
    });
  }
  return report;
}
