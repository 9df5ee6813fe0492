import { createTrail } from "../../../../emulator/services/cloudtrail/operations/createTrail.ts";
import { createBucket } from "../../../../emulator/services/s3/operations/createBucket.ts";
import { putBucketPolicy } from "../../../../emulator/services/s3/operations/putBucketPolicy.ts";
import type { ServiceSamples } from "./serviceSamples.ts";

const bucket = "trail-logs";
const bucketPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: {
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: ["s3:GetBucketAcl", "s3:PutObject"],
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  },
});

export const cloudtrailSamples: ServiceSamples = {
  service: "cloudtrail",
  endings: {
    TrailAlreadyExistsException: ["CreateTrail"],
    // Insights are enabled on no trail.
    InsightNotEnabledException: ["GetInsightSelectors"],
  },
  make: async (invoke) => {
    await invoke(createBucket, { Bucket: bucket });
    await invoke(putBucketPolicy, { Bucket: bucket, Policy: bucketPolicy });
    const name = "management-events";
    await invoke(createTrail, { Name: name, S3BucketName: bucket });
    const trail = `arn:aws:cloudtrail:us-east-1:000000000000:trail/${name}`;
    return {
      members: {
        EventSelectors: [{ ReadWriteType: "All", IncludeManagementEvents: true }],
        Name: name,
        ResourceId: trail,
        ResourceIdList: [trail],
        S3BucketName: bucket,
        TagsList: [{ Key: "team", Value: "red" }],
        TrailName: name,
        trailNameList: [name],
      },
    };
  },
};
