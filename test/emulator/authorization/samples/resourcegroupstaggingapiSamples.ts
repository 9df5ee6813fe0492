import type { ServiceSamples } from "./serviceSamples.ts";

export const resourcegroupstaggingapiSamples: ServiceSamples = {
  service: "tagging",
  // Nobody's resource: those of services need permissions that are no part of the request's own.
  endings: { InvalidParameterException: ["TagResources", "UntagResources"] },
  make: () =>
    Promise.resolve({
      members: { Key: "team", Tags: { team: "red" }, TagKeys: ["team"] },
      ofOperation: {
        TagResources: { ResourceARNList: ["arn:aws:iam::000000000000:role/reader"] },
        UntagResources: { ResourceARNList: ["arn:aws:iam::000000000000:role/reader"] },
      },
    }),
};
