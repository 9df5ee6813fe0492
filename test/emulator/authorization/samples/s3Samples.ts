import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createBucket } from "../../../../emulator/services/s3/operations/createBucket.ts";
import { putBucketPolicy } from "../../../../emulator/services/s3/operations/putBucketPolicy.ts";
import { putBucketVersioning } from "../../../../emulator/services/s3/operations/putBucketVersioning.ts";
import { putObject } from "../../../../emulator/services/s3/operations/putObject.ts";
import { s3Configurations } from "./s3Configurations.ts";
import type { ServiceSamples } from "./serviceSamples.ts";

export const s3Samples: ServiceSamples = {
  service: "s3",
  // The bucket of the samples holds objects.
  endings: { BucketNotEmpty: ["DeleteBucket"] },
  make: async (invoke) => {
    await invoke(createBucket, { Bucket: "mine" });
    await invoke(createBucket, { Bucket: "described" });
    for (const Key of ["kept", "removed"]) await invoke(putObject, { Bucket: "mine", Key, Body: Buffer.from("x") });
    const Policy = (bucket: string) =>
      JSON.stringify({
        Statement: {
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${defaultAccountId}:role/reader` },
          Action: "s3:GetObject",
          Resource: `arn:aws:s3:::${bucket}/*`,
        },
      });
    await invoke(putBucketPolicy, { Bucket: "described", Policy: Policy("described") });
    await invoke(putBucketVersioning, { Bucket: "described", VersioningConfiguration: { Status: "Enabled" } });
    const configurations = await s3Configurations(invoke, "described");
    return {
      members: {
        ...configurations.members,
        Bucket: "mine",
        Key: "kept",
        Body: Buffer.from("x"),
        Policy: Policy("mine"),
        Prefix: "k",
        Delimiter: "/",
        MaxKeys: 10,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
        VersioningConfiguration: { Status: "Suspended" },
      },
      ofOperation: {
        ...configurations.ofOperation,
        DeleteObject: { Key: "removed" },
        PutObject: { Tagging: "team=red" },
        GetBucketPolicy: { Bucket: "described" },
      },
    };
  },
};
