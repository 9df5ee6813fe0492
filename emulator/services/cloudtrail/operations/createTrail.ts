import type { CreateTrailCommandInput, CreateTrailCommandOutput } from "@aws-sdk/client-cloudtrail";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checkDestination } from "../checkDestination.ts";
import { checkLogDestination } from "../checkLogDestination.ts";
import { trailsOf } from "../findTrail.ts";
import { passedRoleAccess } from "../logSession.ts";
import { refuseSettings } from "../refuseSettings.ts";
import { shownSettings } from "../shownTrail.ts";
import { tagsWith } from "../tags.ts";
import type { Trail } from "../trail.ts";
import { trailAccess } from "../trailAccess.ts";
import { checkTrailName, trailArn } from "../trailArn.ts";

/** How many trails an account has in a region. Source: CloudTrail User Guide, "Quotas in AWS CloudTrail". */
const trailsOfRegion = 5;

/** Makes a trail, which records nothing until StartLogging. */
export const createTrail = operation<Input<CreateTrailCommandInput>, Output<CreateTrailCommandOutput>>({
  service: "cloudtrail",
  name: "CreateTrail",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html",
  readOnly: false,
  unsupported: ["SnsTopicName"],
  access: (context, { Name, TagsList, CloudWatchLogsRoleArn }) => [
    ...trailAccess(context, "CreateTrail", Name).map((needed) => ({ ...needed, conditions: requestTags(TagsList) })),
    ...passedRoleAccess(context, CloudWatchLogsRoleArn),
  ],
  run: async (context, input) => {
    const { accountId, region, state } = context;
    checkTrailName(input.Name);
    refuseSettings("CreateTrail", { IsOrganizationTrail: input.IsOrganizationTrail });
    const arn = trailArn(context, input.Name);
    checkRoom(context, input.Name);
    const destination = { bucketName: input.S3BucketName, kmsKeyId: input.KmsKeyId };
    const kmsKeyArn = await checkDestination(context, arn, destination);
    const logDestination = await checkLogDestination(context, arn, {
      logGroupArn: input.CloudWatchLogsLogGroupArn,
      roleArn: input.CloudWatchLogsRoleArn,
    });
    const trail: Trail = {
      name: input.Name,
      arn,
      accountId,
      homeRegion: region,
      tags: input.TagsList?.length ? tagsWith(undefined, input.TagsList) : undefined,
      settings: {
        bucketName: input.S3BucketName,
        keyPrefix: input.S3KeyPrefix,
        kmsKeyArn,
        includesGlobalServiceEvents: input.IncludeGlobalServiceEvents ?? true,
        validatesLogFiles: input.EnableLogFileValidation ?? false,
        isMultiRegion: input.IsMultiRegionTrail ?? false,
        logDestination,
      },
      selectors: {},
      isLogging: false,
      progress: { digests: new Map(), pending: [], pendingForLogs: [] },
    };
    state.cloudtrail.add(trail);
    return shownSettings(trail);
  },
});

/** Throws TrailAlreadyExistsException or MaximumNumberOfTrailsExceededException. */
function checkRoom({ instance, accountId, region, state }: CallContext, trailName: string): void {
  if (trailsOf(instance, accountId).some(({ name }) => name === trailName)) {
    throw new AwsError("TrailAlreadyExistsException", `Trail ${trailName} already exists for customer: ${accountId}`);
  }
  if (state.cloudtrail.all().length < trailsOfRegion) return;
  throw new AwsError(
    "MaximumNumberOfTrailsExceededException",
    `User: ${accountId} already has ${trailsOfRegion} trails in ${region}.`,
  );
}
