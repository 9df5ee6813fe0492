import type { Policy as ShownPolicy, PolicyVersion as ShownVersion } from "@aws-sdk/client-iam";
import type { CallContext } from "../../callContext.ts";
import { attachedTo, boundedBy } from "./findPolicy.ts";
import type { ManagedPolicy, PolicyVersion } from "./managedPolicy.ts";
import { shownTags } from "./tags.ts";

/** A managed policy as lists show it: without description and tags. */
export function listedPolicy(context: CallContext, policy: ManagedPolicy): ShownPolicy {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion.id,
    AttachmentCount: attachedTo(context, policy).length,
    PermissionsBoundaryUsageCount: boundedBy(context, policy).length,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.updatedAt,
  };
}

/** A managed policy as CreatePolicy and GetPolicy show it. */
export function shownPolicy(context: CallContext, policy: ManagedPolicy): ShownPolicy {
  return { ...listedPolicy(context, policy), Description: policy.description, Tags: shownTags(policy.tags) };
}

/** A version of a managed policy, without its document. */
export function listedVersion(policy: ManagedPolicy, version: PolicyVersion): ShownVersion {
  const { id, createdAt } = version;
  return { VersionId: id, IsDefaultVersion: policy.defaultVersion === version, CreateDate: createdAt };
}
