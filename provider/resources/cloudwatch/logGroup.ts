import {
  AssociateKmsKeyCommand,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DisassociateKmsKeyCommand,
  ListTagsForResourceCommand,
  LogGroupClass,
  PutRetentionPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import type { LogGroup } from "@aws-sdk/client-cloudwatch-logs";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { retag } from "../../aws/tags.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";

/** `aws.cloudwatch.LogGroup`. Its id is its name. */
export const logGroup = resource({
  token: "aws:cloudwatch/logGroup:LogGroup",
  inputs: {
    kmsKeyId: z.string().optional(),
    logGroupClass: z.enum(LogGroupClass).default("STANDARD"),
    name: z.string().regex(/^[\w./#-]{1,512}$/, "must be 1 to 512 letters, digits and characters of ./#_-"),
    region,
    /** In days; 0 keeps events for ever. */
    retentionInDays: z.int().min(0).default(0),
    skipDestroy: z.boolean().default(false),
    tags,
  },
  outputs: { arn: z.string(), deletionProtectionEnabled: z.boolean(), namePrefix: z.string(), tagsAll },
  unsupported: ["deletionProtectionEnabled", "namePrefix"],
  replaceOnChanges: ["logGroupClass", "name", "region"],
  computed: ["region"],
  autoName: { maxLength: 512 },

  async create(aws, { kmsKeyId, logGroupClass, name, tags: wantedTags }) {
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName: name, kmsKeyId, logGroupClass, tags: wantedTags }));
    return { id: name };
  },

  async complete(aws, id, { retentionInDays }) {
    if (retentionInDays > 0) {
      await aws.logs.send(new PutRetentionPolicyCommand({ logGroupName: id, retentionInDays }));
    }
  },

  async read(aws, id) {
    const found = await findGroup(aws, id);
    if (found === undefined) {
      return undefined;
    }
    const arn = required(found.logGroupArn, "logGroupArn");
    const { tags: allTags = {} } = await aws.logs.send(new ListTagsForResourceCommand({ resourceArn: arn }));
    return {
      arn,
      deletionProtectionEnabled: found.deletionProtectionEnabled ?? false,
      kmsKeyId: found.kmsKeyId,
      logGroupClass: found.logGroupClass,
      name: id,
      namePrefix: "",
      region: aws.region,
      retentionInDays: found.retentionInDays ?? 0,
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, id, current, { kmsKeyId, retentionInDays, tags: wantedTags }) {
    const about = { logGroupName: id };
    if (kmsKeyId !== current.kmsKeyId) {
      await (kmsKeyId === undefined
        ? aws.logs.send(new DisassociateKmsKeyCommand(about))
        : aws.logs.send(new AssociateKmsKeyCommand({ ...about, kmsKeyId })));
    }
    if (retentionInDays !== current.retentionInDays) {
      await (retentionInDays === 0
        ? aws.logs.send(new DeleteRetentionPolicyCommand(about))
        : aws.logs.send(new PutRetentionPolicyCommand({ ...about, retentionInDays })));
    }
    const resourceArn = current.arn;
    await retag(current.tags, wantedTags, {
      untag: (tagKeys) => aws.logs.send(new UntagResourceCommand({ resourceArn, tagKeys })),
      tag: (missing) => aws.logs.send(new TagResourceCommand({ resourceArn, tags: missing })),
    });
  },

  async delete(aws, id, { skipDestroy }) {
    if (skipDestroy !== true) {
      await ifExists(aws.logs.send(new DeleteLogGroupCommand({ logGroupName: id })));
    }
  },
});

/** Groups are told in the order of their names, so that a group comes first among those whose names it begins. */
async function findGroup(aws: Aws, name: string): Promise<LogGroup | undefined> {
  const { logGroups = [] } = await aws.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
  return logGroups.find(({ logGroupName }) => logGroupName === name);
}
