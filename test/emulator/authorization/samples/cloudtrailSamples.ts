import type { ServiceSamples } from "./serviceSamples.ts";

const noTrail = ["AddTags", "DeleteTrail", "GetEventSelectors", "GetInsightSelectors", "GetTrail", "GetTrailStatus"];

export const cloudtrailSamples: ServiceSamples = {
  service: "cloudtrail",
  endings: {
    // There is no bucket, and so no trail.
    S3BucketDoesNotExistException: ["CreateTrail"],
    TrailNotFoundException: [
      ...noTrail,
      "ListTags",
      "PutEventSelectors",
      "RemoveTags",
      "StartLogging",
      "StopLogging",
      "UpdateTrail",
    ],
  },
  make: () => {
    const name = "management-events";
    const trail = `arn:aws:cloudtrail:us-east-1:000000000000:trail/${name}`;
    return Promise.resolve({
      members: {
        Name: name,
        ResourceId: trail,
        ResourceIdList: [trail],
        S3BucketName: "no-such-bucket",
        TagsList: [{ Key: "team", Value: "red" }],
        TrailName: name,
        trailNameList: [name],
      },
    });
  },
};
