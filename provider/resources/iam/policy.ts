import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListPolicyVersionsCommand,
  TagPolicyCommand,
  UntagPolicyCommand,
} from "@aws-sdk/client-iam";
import type { PolicyVersion } from "@aws-sdk/client-iam";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { decodePolicy } from "../../aws/iamPolicies.ts";
import { samePolicy } from "../../aws/policy.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { policyDocument, resource, tags, tagsAll } from "../../resource.ts";

/** How many versions a managed policy keeps (IAM User Guide, "IAM and AWS STS quotas"). */
const MAXIMUM_VERSIONS = 5;

/** `aws.iam.Policy`: a managed policy of the account. Its id is its ARN. */
export const policy = resource({
  token: "aws:iam/policy:Policy",
  inputs: {
    description: z.string().max(1000).optional(),
    name: z.string().regex(/^[\w+=,.@-]{1,128}$/, "must be 1 to 128 letters, digits and characters of +=,.@_-"),
    path: z.string().max(512).default("/"),
    policy: policyDocument,
    tags,
  },
  outputs: { arn: z.string(), attachmentCount: z.int(), namePrefix: z.string(), policyId: z.string(), tagsAll },
  unsupported: ["delayAfterPolicyCreationInMs", "namePrefix"],
  replaceOnChanges: ["description", "name", "path"],
  documents: ["policy"],
  same: { policy: samePolicy },
  autoName: { maxLength: 128 },

  async create(aws, { description, name, path, policy: document, tags: wantedTags }) {
    const command = new CreatePolicyCommand({
      Description: description,
      Path: path,
      PolicyDocument: document,
      PolicyName: name,
      Tags: tagList(wantedTags),
    });
    const { Policy } = await aws.iam.send(command);
    return { id: required(Policy?.Arn, "Policy.Arn") };
  },

  async read(aws, id) {
    const found = (await ifExists(aws.iam.send(new GetPolicyCommand({ PolicyArn: id }))))?.Policy;
    if (found === undefined) {
      return undefined;
    }
    const about = { PolicyArn: id, VersionId: required(found.DefaultVersionId, "Policy.DefaultVersionId") };
    const { PolicyVersion: version } = await aws.iam.send(new GetPolicyVersionCommand(about));
    const allTags = tagMap(found.Tags);
    return {
      arn: id,
      attachmentCount: found.AttachmentCount ?? 0,
      description: found.Description,
      name: found.PolicyName,
      namePrefix: "",
      path: found.Path,
      policy: decodePolicy(required(version?.Document, "PolicyVersion.Document")),
      policyId: required(found.PolicyId, "Policy.PolicyId"),
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, id, current, wanted) {
    const about = { PolicyArn: id };
    if (!samePolicy(current.policy, wanted.policy)) {
      await makeRoom(aws, id);
      const command = new CreatePolicyVersionCommand({ ...about, PolicyDocument: wanted.policy, SetAsDefault: true });
      await aws.iam.send(command);
    }
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.iam.send(new UntagPolicyCommand({ ...about, TagKeys })),
      tag: (missing) => aws.iam.send(new TagPolicyCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id) {
    for (const version of (await ifExists(otherVersions(aws, id))) ?? []) {
      await deleteVersion(aws, id, version);
    }
    await ifExists(aws.iam.send(new DeletePolicyCommand({ PolicyArn: id })));
  },
});

/** Removes the oldest version that is not in force, if there can be no more. */
async function makeRoom(aws: Aws, id: string): Promise<void> {
  const others = await otherVersions(aws, id);
  const age = ({ CreateDate }: PolicyVersion) => CreateDate?.getTime() ?? 0;
  const [oldest] = others.sort((one, other) => age(one) - age(other));
  if (oldest !== undefined && others.length >= MAXIMUM_VERSIONS - 1) {
    await deleteVersion(aws, id, oldest);
  }
}

/** The versions that are not in force; IAM deletes a policy only once they are gone. */
async function otherVersions(aws: Aws, id: string): Promise<PolicyVersion[]> {
  const { Versions = [] } = await aws.iam.send(new ListPolicyVersionsCommand({ PolicyArn: id }));
  return Versions.filter(({ IsDefaultVersion }) => IsDefaultVersion !== true);
}

async function deleteVersion(aws: Aws, id: string, { VersionId }: PolicyVersion): Promise<void> {
  await ifExists(aws.iam.send(new DeletePolicyVersionCommand({ PolicyArn: id, VersionId })));
}
