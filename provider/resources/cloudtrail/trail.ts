import {
  AddTagsCommand,
  CreateTrailCommand,
  DeleteTrailCommand,
  GetTrailCommand,
  GetTrailStatusCommand,
  ListTagsCommand,
  RemoveTagsCommand,
  StartLoggingCommand,
  StopLoggingCommand,
  UpdateTrailCommand,
} from "@aws-sdk/client-cloudtrail";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, isAwsError, required } from "../../aws/errors.ts";
import { advancedEventSelectors, eventSelectors, putSelectors, readSelectors } from "../../aws/eventSelectors.ts";
import { sameKey } from "../../aws/keyId.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { sameAs } from "../../lifecycle/compare.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const inputs = {
  advancedEventSelectors: advancedEventSelectors.optional(),
  /** The ARN of a log group with `:*` at its end. */
  cloudWatchLogsGroupArn: z.string().optional(),
  cloudWatchLogsRoleArn: z.string().optional(),
  enableLogFileValidation: z.boolean().default(false),
  enableLogging: z.boolean().default(true),
  eventSelectors: eventSelectors.optional(),
  includeGlobalServiceEvents: z.boolean().default(true),
  isMultiRegionTrail: z.boolean().default(false),
  kmsKeyId: z.string().optional(),
  name: z.string().min(3).max(128),
  region,
  s3BucketName: z.string(),
  s3KeyPrefix: z.string().optional(),
  tags,
};

/** `aws.cloudtrail.Trail`, without SNS, insights and organizations. Its id is its ARN. */
export const trail = resource({
  token: "aws:cloudtrail/trail:Trail",
  inputs,
  outputs: { arn: z.string(), homeRegion: z.string(), snsTopicArn: z.string(), tagsAll },
  unsupported: ["insightSelectors", "isOrganizationTrail", "snsTopicName"],
  replaceOnChanges: ["name", "region"],
  computed: ["region"],
  same: {
    advancedEventSelectors: sameAs(advancedEventSelectors.default([])),
    eventSelectors: sameAs(eventSelectors.default([])),
    kmsKeyId: sameKey,
  },
  autoName: { maxLength: 128 },

  check: (wanted) =>
    wanted.advancedEventSelectors !== undefined && wanted.eventSelectors !== undefined
      ? [{ property: "eventSelectors", reason: "eventSelectors and advancedEventSelectors exclude each other" }]
      : [],

  async create(aws, wanted) {
    const command = new CreateTrailCommand({ ...request(wanted), TagsList: tagList(wanted.tags) });
    const { TrailARN } = await onceTheDestinationsLetIn(aws, () => aws.cloudTrail.send(command));
    return { id: required(TrailARN, "TrailARN") };
  },

  async complete(aws, id, wanted) {
    if (wanted.advancedEventSelectors !== undefined || wanted.eventSelectors !== undefined) {
      await putSelectors(aws, id, wanted);
    }
    if (wanted.enableLogging) {
      await aws.cloudTrail.send(new StartLoggingCommand({ Name: id }));
    }
  },

  async read(aws, id) {
    const found = (await ifExists(aws.cloudTrail.send(new GetTrailCommand({ Name: id }))))?.Trail;
    if (found === undefined) {
      return undefined;
    }
    const [status, listed, selectors] = await Promise.all([
      aws.cloudTrail.send(new GetTrailStatusCommand({ Name: id })),
      aws.cloudTrail.send(new ListTagsCommand({ ResourceIdList: [id] })),
      found.HasCustomEventSelectors === true ? readSelectors(aws, id) : undefined,
    ]);
    const allTags = tagMap(listed.ResourceTagList?.[0]?.TagsList);
    return {
      ...selectors,
      arn: required(found.TrailARN, "TrailARN"),
      cloudWatchLogsGroupArn: found.CloudWatchLogsLogGroupArn,
      cloudWatchLogsRoleArn: found.CloudWatchLogsRoleArn,
      enableLogFileValidation: found.LogFileValidationEnabled ?? false,
      enableLogging: status.IsLogging ?? false,
      homeRegion: required(found.HomeRegion, "HomeRegion"),
      includeGlobalServiceEvents: found.IncludeGlobalServiceEvents ?? true,
      isMultiRegionTrail: found.IsMultiRegionTrail ?? false,
      kmsKeyId: found.KmsKeyId,
      name: found.Name,
      region: aws.region,
      s3BucketName: found.S3BucketName,
      s3KeyPrefix: found.S3KeyPrefix,
      snsTopicArn: found.SnsTopicARN ?? "",
      tags: allTags,
      tagsAll: allTags,
    };
  },

  async update(aws, id, current, wanted) {
    const command = new UpdateTrailCommand({ ...request(wanted), Name: id });
    await onceTheDestinationsLetIn(aws, () => aws.cloudTrail.send(command));
    const isSelected = sameAs(z.object({ advanced: inputs.advancedEventSelectors, basic: inputs.eventSelectors }));
    const now = { advanced: orNothing(current.advancedEventSelectors), basic: orNothing(current.eventSelectors) };
    if (!isSelected(now, { advanced: wanted.advancedEventSelectors, basic: wanted.eventSelectors })) {
      await putSelectors(aws, id, wanted);
    }
    if (wanted.enableLogging !== current.enableLogging) {
      const about = { Name: id };
      await (wanted.enableLogging
        ? aws.cloudTrail.send(new StartLoggingCommand(about))
        : aws.cloudTrail.send(new StopLoggingCommand(about)));
    }
    const about = { ResourceId: id };
    await retag(current.tags, wanted.tags, {
      untag: (keys) => aws.cloudTrail.send(new RemoveTagsCommand({ ...about, TagsList: keys.map((Key) => ({ Key })) })),
      tag: (missing) => aws.cloudTrail.send(new AddTagsCommand({ ...about, TagsList: tagList(missing) })),
    });
  },

  async delete(aws, id) {
    await ifExists(aws.cloudTrail.send(new DeleteTrailCommand({ Name: id })));
  },
});

/** What a trail is; an empty text takes a setting back. */
function request(wanted: Parsed<typeof inputs>) {
  return {
    Name: wanted.name,
    CloudWatchLogsLogGroupArn: wanted.cloudWatchLogsGroupArn ?? "",
    CloudWatchLogsRoleArn: wanted.cloudWatchLogsRoleArn ?? "",
    EnableLogFileValidation: wanted.enableLogFileValidation,
    IncludeGlobalServiceEvents: wanted.includeGlobalServiceEvents,
    IsMultiRegionTrail: wanted.isMultiRegionTrail,
    KmsKeyId: wanted.kmsKeyId ?? "",
    S3BucketName: wanted.s3BucketName,
    S3KeyPrefix: wanted.s3KeyPrefix ?? "",
  };
}

/** S3, KMS and IAM do not know at once a policy that was just put, or a role that was just made. */
function onceTheDestinationsLetIn<T>(aws: Aws, call: () => Promise<T>): Promise<T> {
  return aws.eventually("the bucket, the key and the log group to let CloudTrail in", call, (error) => {
    const isOfLogs = isAwsError(
      error,
      "InvalidCloudWatchLogsRoleArnException",
      "InvalidCloudWatchLogsLogGroupArnException",
    );
    return isOfLogs
      ? error.message.startsWith("Access denied.")
      : isAwsError(error, "InsufficientS3BucketPolicyException", "InsufficientEncryptionPolicyException");
  });
}

function orNothing<Item>(list: readonly Item[] | undefined): readonly Item[] | undefined {
  return list?.length === 0 ? undefined : list;
}
