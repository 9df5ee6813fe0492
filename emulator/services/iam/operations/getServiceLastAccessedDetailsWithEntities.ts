import type {
  EntityDetails,
  GetServiceLastAccessedDetailsWithEntitiesCommandInput,
  GetServiceLastAccessedDetailsWithEntitiesCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { shownJob } from "../lastAccess/shownJob.ts";
import { orderOf, usesOf, type Use } from "../lastAccess/usesOf.ts";
import { page } from "../page.ts";

/** Shows who can use a service by what a report is about, whoever called it last first. */
export const getServiceLastAccessedDetailsWithEntities = operation<
  Input<GetServiceLastAccessedDetailsWithEntitiesCommandInput>,
  Output<GetServiceLastAccessedDetailsWithEntitiesCommandOutput>
>({
  service: "iam",
  name: "GetServiceLastAccessedDetailsWithEntities",
  documentation:
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetailsWithEntities.html",
  readOnly: true,
  access: (context) => iamAccess(context, "GetServiceLastAccessedDetailsWithEntities", "*"),
  run: (context, { JobId, ServiceNamespace, ...request }) => {
    const report = context.account.iam.lastAccessedReports.find(JobId, context.caller);
    const job = shownJob(report, context.now);
    if (job.JobStatus === "IN_PROGRESS") return { ...job, EntityDetailsList: undefined };
    const { items, truncation } = page(usesOf(report, ServiceNamespace), orderOf, request);
    return { ...job, EntityDetailsList: items.map(shownEntity), ...truncation };
  },
});

const types = { user: "USER", role: "ROLE" } as const;

function shownEntity({ identity: { arn, name, kind, id, path }, access }: Use): EntityDetails {
  return {
    EntityInfo: { Arn: arn, Name: name, Type: types[kind], Id: id, Path: path },
    LastAuthenticated: access?.at,
  };
}
