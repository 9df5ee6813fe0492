import { readerArn, tags, type ServiceSamples } from "./serviceSamples.ts";

export const stsSamples: ServiceSamples = {
  service: "sts",
  free: ["GetCallerIdentity"],
  make: () =>
    Promise.resolve({
      members: {
        DurationSeconds: 900,
        ExternalId: "x",
        RoleArn: readerArn,
        RoleSessionName: "tests",
        SourceIdentity: "Ada",
        Tags: tags,
        TransitiveTagKeys: ["team"],
      },
    }),
};
