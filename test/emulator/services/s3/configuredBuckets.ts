import { CreateRoleCommand } from "@aws-sdk/client-iam";
import * as S3 from "@aws-sdk/client-s3";
import { clientsFor, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

/** A bucket that keeps no versions. */
export const Bucket = "mine";
export const lifecycleRule = {
  ID: "old",
  Status: "Enabled",
  Filter: { Prefix: "logs/" },
  Expiration: { Days: 30 },
} as const;
export const corsRule = { AllowedMethods: ["GET"], AllowedOrigins: ["https://example.com"], MaxAgeSeconds: 60 };
export const lockEnabled = { ObjectLockEnabled: "Enabled" } as const;
export const website = { IndexDocument: { Suffix: "index.html" }, ErrorDocument: { Key: "error.html" } };
export const replication = {
  Role: "arn:aws:iam::000000000000:role/copier",
  Rules: [
    {
      ID: "copies",
      Priority: 1,
      Status: "Disabled",
      Filter: { Prefix: "" },
      DeleteMarkerReplication: { Status: "Disabled" },
      Destination: { Bucket: "arn:aws:s3:::versioned" },
    },
  ],
} satisfies S3.ReplicationConfiguration;
export const logging = { LoggingEnabled: { TargetBucket: "logs", TargetPrefix: "mine/" } };

/** An embedded AWS with the buckets `mine`, `logs` and `versioned`, and with the role that {@link replication} names. */
export async function startWithBuckets(): Promise<{ readonly emulator: Emulator; readonly s3: S3.S3Client }> {
  const emulator = await startTestEmulator();
  const s3 = clientsFor(emulator).s3;
  for (const name of [Bucket, "logs", "versioned"]) await s3.send(new S3.CreateBucketCommand({ Bucket: name }));
  const VersioningConfiguration = { Status: "Enabled" } as const;
  await s3.send(new S3.PutBucketVersioningCommand({ Bucket: "versioned", VersioningConfiguration }));
  const AssumeRolePolicyDocument = JSON.stringify({
    Statement: { Effect: "Allow", Principal: { Service: "s3.amazonaws.com" }, Action: "sts:AssumeRole" },
  });
  await clientsFor(emulator).iam.send(new CreateRoleCommand({ RoleName: "copier", AssumeRolePolicyDocument }));
  return { emulator, s3 };
}
