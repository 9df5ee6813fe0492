import type { Policy as ShownPolicy, PolicyVersion as ShownVersion } from "@aws-sdk/client-iam";
import { listedTags } from "../tags.ts";
import type { ManagedPolicy, PolicyVersion } from "./managedPolicy.ts";

/** A managed policy as lists show it: without description and tags. */
export function listedPolicy(policy: ManagedPolicy): ShownPolicy {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion.id,
    AttachmentCount: policy.attachedTo.size,
    PermissionsBoundaryUsageCount: policy.boundedBy.size,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.updatedAt,
  };
}

/** A managed policy as CreatePolicy and GetPolicy show it. */
export function shownPolicy(policy: ManagedPolicy): ShownPolicy {
  return { ...listedPolicy(policy), Description: policy.description, Tags: listedTags(policy.tags) };
}

/** A version of a managed policy, without its document. */
export function listedVersion(policy: ManagedPolicy, version: PolicyVersion): ShownVersion {
  const { id, createdAt } = version;
  return { VersionId: id, IsDefaultVersion: policy.defaultVersion === version, CreateDate: createdAt };
}
