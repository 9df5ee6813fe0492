import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePermissionsBoundaryCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, isAwsError, required } from "../../aws/errors.ts";
import { decodePolicy } from "../../aws/iamPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { timestamp } from "../../aws/timestamp.ts";
import { policyDocument, resource, tags, tagsAll } from "../../resource.ts";

/** `aws.iam.Role`. Its id is its name; its policies are resources of their own. */
export const role = resource({
  token: "aws:iam/role:Role",
  inputs: {
    assumeRolePolicy: policyDocument,
    description: z.string().max(1000).optional(),
    forceDetachPolicies: z.boolean().default(false),
    maxSessionDuration: z.int().min(3600).max(43200).default(3600),
    name: z.string().regex(/^[\w+=,.@-]{1,64}$/, "must be 1 to 64 letters, digits and characters of +=,.@_-"),
    path: z.string().max(512).default("/"),
    permissionsBoundary: z.string().optional(),
    tags,
  },
  outputs: {
    arn: z.string(),
    createDate: z.string(),
    inlinePolicies: z.array(z.never()),
    managedPolicyArns: z.array(z.string()),
    namePrefix: z.string(),
    tagsAll,
    uniqueId: z.string(),
  },
  unsupported: ["inlinePolicies", "managedPolicyArns", "namePrefix"],
  replaceOnChanges: ["name", "path"],
  documents: ["assumeRolePolicy"],
  same: { assumeRolePolicy: samePolicy },
  autoName: { maxLength: 64 },

  async create(aws, inputs) {
    const command = new CreateRoleCommand({
      RoleName: inputs.name,
      AssumeRolePolicyDocument: inputs.assumeRolePolicy,
      Description: inputs.description,
      MaxSessionDuration: inputs.maxSessionDuration,
      Path: inputs.path,
      PermissionsBoundary: inputs.permissionsBoundary,
      Tags: tagList(inputs.tags),
    });
    await onceThePrincipalsAreKnown(aws, () => aws.iam.send(command));
    return { id: inputs.name };
  },

  async read(aws, id) {
    const found = (await ifExists(aws.iam.send(new GetRoleCommand({ RoleName: id }))))?.Role;
    if (found === undefined) {
      return undefined;
    }
    const allTags = tagMap(found.Tags);
    return {
      arn: required(found.Arn, "Role.Arn"),
      assumeRolePolicy: decodePolicy(required(found.AssumeRolePolicyDocument, "Role.AssumeRolePolicyDocument")),
      createDate: timestamp(required(found.CreateDate, "Role.CreateDate")),
      description: found.Description,
      // Policies that other resources attach are theirs, not this one's.
      inlinePolicies: [],
      managedPolicyArns: [],
      maxSessionDuration: found.MaxSessionDuration,
      name: found.RoleName,
      namePrefix: "",
      path: found.Path,
      permissionsBoundary: found.PermissionsBoundary?.PermissionsBoundaryArn,
      tags: allTags,
      tagsAll: allTags,
      uniqueId: required(found.RoleId, "Role.RoleId"),
    };
  },

  async update(aws, id, current, wanted) {
    const about = { RoleName: id };
    if (!samePolicy(current.assumeRolePolicy, wanted.assumeRolePolicy)) {
      const command = new UpdateAssumeRolePolicyCommand({ ...about, PolicyDocument: wanted.assumeRolePolicy });
      await onceThePrincipalsAreKnown(aws, () => aws.iam.send(command));
    }
    const { description: Description = "", maxSessionDuration: MaxSessionDuration } = wanted;
    if ((current.description ?? "") !== Description || current.maxSessionDuration !== MaxSessionDuration) {
      await aws.iam.send(new UpdateRoleCommand({ ...about, Description, MaxSessionDuration }));
    }
    if (current.permissionsBoundary !== wanted.permissionsBoundary) {
      const PermissionsBoundary = wanted.permissionsBoundary;
      await (PermissionsBoundary === undefined
        ? aws.iam.send(new DeleteRolePermissionsBoundaryCommand(about))
        : aws.iam.send(new PutRolePermissionsBoundaryCommand({ ...about, PermissionsBoundary })));
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.iam.send(new UntagRoleCommand({ ...about, TagKeys })),
      tag: (missing) => aws.iam.send(new TagRoleCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id, { forceDetachPolicies }) {
    if (forceDetachPolicies === true) {
      await ifExists(detachPolicies(aws, id));
    }
    await ifExists(aws.iam.send(new DeleteRoleCommand({ RoleName: id })));
  },
});

async function detachPolicies(aws: Aws, RoleName: string): Promise<void> {
  const { AttachedPolicies = [] } = await aws.iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  for (const { PolicyArn } of AttachedPolicies) {
    await aws.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  }
  const { PolicyNames = [] } = await aws.iam.send(new ListRolePoliciesCommand({ RoleName }));
  for (const PolicyName of PolicyNames) {
    await aws.iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  }
}

/** A trust policy may name a principal that was just made and is not known everywhere yet. */
function onceThePrincipalsAreKnown<T>(aws: Aws, call: () => Promise<T>): Promise<T> {
  return aws.eventually("IAM to know the principals of the trust policy", call, (error) => {
    return (
      isAwsError(error, "MalformedPolicyDocumentException") && error.message.includes("Invalid principal in policy")
    );
  });
}
