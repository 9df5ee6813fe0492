import { parsePolicy } from "../../../authorization/policy.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { checkQuota } from "../quotas.ts";
import { linkedServices } from "./linkedServices.ts";
import { Role } from "./role.ts";
import { serviceLinkedPath } from "./serviceLinkedPath.ts";

/** What a request for a service-linked role states. */
export interface StatedServiceLinkedRole {
  readonly AWSServiceName: string;
  readonly Description?: string;
  readonly CustomSuffix?: string;
}

/** The name of a service's role; `*` where the service has none that is known. */
export function serviceLinkedRoleName({ AWSServiceName, CustomSuffix }: StatedServiceLinkedRole): string {
  const stem = `AWSServiceRoleFor${linkedServices.get(AWSServiceName)?.role ?? "*"}`;
  return CustomSuffix === undefined ? stem : `${stem}_${CustomSuffix}`;
}

/**
 * Makes the role that a service acts with. What the role may do is not kept here: AWS's policies for such roles are not
 * among the managed policies of the embedded AWS. Throws InvalidInput or LimitExceeded.
 */
export function newServiceLinkedRole(context: CallContext, stated: StatedServiceLinkedRole): Role {
  const { account, accountId, instance, now } = context;
  const { AWSServiceName: service } = stated;
  checkStated(stated);
  const name = serviceLinkedRoleName(stated);
  if (account.iam.roles.has(name)) {
    throw invalid(`Service role name ${name} has been taken in this account, please try a different suffix.`);
  }
  checkQuota("RolesPerAccount", account.iam.roles.size + 1);
  return new Role({
    accountId,
    name,
    path: `${serviceLinkedPath}${service}/`,
    id: instance.random.uniqueId("AROA"),
    createdAt: now,
    tags: new Map(),
    trustPolicy: parsePolicy(trustPolicy(service), "trust policy"),
    description: stated.Description,
    linkedTo: service,
  });
}

function checkStated({ AWSServiceName: service, CustomSuffix }: StatedServiceLinkedRole): void {
  const linked = linkedServices.get(service);
  if (!linked) throw invalid(`The embedded AWS does not know a service-linked role of ${service}.`);
  if (CustomSuffix !== undefined && !linked.takesSuffix) throw invalid(`Custom suffix is not allowed for ${service}`);
}

function trustPolicy(service: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
  });
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidInput", message);
}
