import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createBucket } from "../../../../emulator/services/s3/operations/createBucket.ts";
import { createMultipartUpload } from "../../../../emulator/services/s3/operations/createMultipartUpload.ts";
import { putBucketPolicy } from "../../../../emulator/services/s3/operations/putBucketPolicy.ts";
import { putBucketVersioning } from "../../../../emulator/services/s3/operations/putBucketVersioning.ts";
import { putObject } from "../../../../emulator/services/s3/operations/putObject.ts";
import { uploadPart } from "../../../../emulator/services/s3/operations/uploadPart.ts";
import { s3Configurations } from "./s3Configurations.ts";
import type { Invoke, ServiceSamples } from "./serviceSamples.ts";

/** An upload of one part, and what completes it. */
async function begunUpload(invoke: Invoke) {
  const { UploadId = "" } = await invoke(createMultipartUpload, { Bucket: "mine", Key: "kept" });
  const part = { Bucket: "mine", Key: "kept", UploadId, PartNumber: 1, Body: Buffer.from("x") };
  const { ETag } = await invoke(uploadPart, part);
  return { UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
}

export const s3Samples: ServiceSamples = {
  service: "s3",
  // Each key is authorised by itself.
  free: ["DeleteObjects"],
  // The bucket of the samples holds objects.
  endings: { BucketNotEmpty: ["DeleteBucket"], AccessControlListNotSupported: ["PutBucketAcl", "PutObjectAcl"] },
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
    await invoke(createBucket, { Bucket: "cleared" });
    const statement = {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${defaultAccountId}:user/Alice` },
      Action: "s3:DeleteObject",
      Resource: "arn:aws:s3:::cleared/*",
    };
    await invoke(putBucketPolicy, { Bucket: "cleared", Policy: JSON.stringify({ Statement: statement }) });
    return {
      members: {
        ...configurations.members,
        Bucket: "mine",
        Key: "kept",
        Body: Buffer.from("x"),
        Policy: Policy("mine"),
        UploadId: (await begunUpload(invoke)).UploadId,
        PartNumber: 1,
        ObjectAttributes: ["ETag"],
        CopySource: "mine/kept",
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
        AbortMultipartUpload: await begunUpload(invoke),
        CompleteMultipartUpload: await begunUpload(invoke),
        CopyObject: { Key: "copied" },
        CreateBucket: { Bucket: "another" },
        DeleteObject: { Key: "removed", BypassGovernanceRetention: true },
        DeleteObjects: { Bucket: "cleared", Delete: { Objects: [{ Key: "removed" }] } },
        PutObject: { Tagging: "team=red" },
        GetBucketPolicy: { Bucket: "described" },
      },
    };
  },
};
