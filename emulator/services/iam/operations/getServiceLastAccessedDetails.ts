import type {
  GetServiceLastAccessedDetailsCommandInput,
  GetServiceLastAccessedDetailsCommandOutput,
  ServiceLastAccessed,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { type LastAccessedReport, type ReportedService } from "../lastAccess/lastAccessedReport.ts";
import { shownJob } from "../lastAccess/shownJob.ts";
import { usesOf } from "../lastAccess/usesOf.ts";
import { page } from "../page.ts";

/** Shows which services a report is about, and who called each last. */
export const getServiceLastAccessedDetails = operation<
  Input<GetServiceLastAccessedDetailsCommandInput>,
  Output<GetServiceLastAccessedDetailsCommandOutput>
>({
  service: "iam",
  name: "GetServiceLastAccessedDetails",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetServiceLastAccessedDetails", "*"),
  run: (context, { JobId, ...request }) => {
    const report = context.account.iam.lastAccessedReports.find(JobId, context.caller);
    const job = shownJob(report, context.now);
    if (job.JobStatus === "IN_PROGRESS") return { ...job, ServicesLastAccessed: undefined };
    const { items, truncation } = page(report.services, ({ namespace }) => namespace, request);
    const ServicesLastAccessed = items.map((service) => shownService(report, service));
    return { ...job, JobType: "SERVICE_LEVEL", ServicesLastAccessed, ...truncation };
  },
});

function shownService(report: LastAccessedReport, { namespace, name }: ReportedService): ServiceLastAccessed {
  const uses = usesOf(report, namespace).filter(({ access }) => access);
  const [latest] = uses;
  return {
    ServiceName: name,
    ServiceNamespace: namespace,
    LastAuthenticated: latest?.access?.at,
    LastAuthenticatedEntity: latest?.identity.arn,
    LastAuthenticatedRegion: latest?.access?.region,
    TotalAuthenticatedEntities: uses.length,
  };
}
