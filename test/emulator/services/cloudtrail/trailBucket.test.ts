import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { CreateTrailCommand, StartLoggingCommand } from "@aws-sdk/client-cloudtrail";
import { ListKeysCommand } from "@aws-sdk/client-kms";
import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import * as z from "zod";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const records = z.object({ Records: z.array(z.object({ eventName: z.string() })) });
const trail = "arn:aws:cloudtrail:us-east-1:000000000000:trail/all";

/** CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail". */
function bucketPolicy(sourceArn: string): string {
  const cloudTrail = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } };
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        ...cloudTrail,
        Sid: "AWSCloudTrailAclCheck20150319",
        Action: "s3:GetBucketAcl",
        Resource: "arn:aws:s3:::logs",
        Condition: { StringEquals: { "aws:SourceArn": sourceArn } },
      },
      {
        ...cloudTrail,
        Sid: "AWSCloudTrailWrite20150319",
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::logs/AWSLogs/000000000000/*",
        Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": sourceArn } },
      },
    ],
  });
}

describe("A trail and its bucket", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "logs" }));
  });
  after(() => emulator.stop());

  const create = () =>
    clientsFor(emulator).cloudTrail.send(new CreateTrailCommand({ Name: "all", S3BucketName: "logs" }));
  const allow = (sourceArn: string) =>
    s3.send(new S3.PutBucketPolicyCommand({ Bucket: "logs", Policy: bucketPolicy(sourceArn) }));

  it("need a bucket policy that lets CloudTrail in for this very trail", async () => {
    expect((await refusalOf(create())).code).to.equal("InsufficientS3BucketPolicyException");
    await allow(`${trail}-other`);
    expect((await refusalOf(create())).code).to.equal("InsufficientS3BucketPolicyException");
  });

  it("have log files once it does, which whoever may read the bucket reads", async () => {
    await allow(trail);
    await create();
    const { cloudTrail, kms } = clientsFor(emulator);
    await cloudTrail.send(new StartLoggingCommand({ Name: "all" }));
    await kms.send(new ListKeysCommand({}));
    emulator.instance.clock.advance(5 * 60_000);
    const Contents = await delivered();
    expect(Contents.map(({ Key = "" }) => Key.replace(/\d{8}T.*/, "…"))).to.deep.equal([
      `AWSLogs/000000000000/CloudTrail/us-east-1/${datePath()}/000000000000_CloudTrail_us-east-1_…`,
    ]);
    const { Body } = await s3.send(new S3.GetObjectCommand({ Bucket: "logs", Key: Contents[0]?.Key }));
    const file = gunzipSync((await Body?.transformToByteArray()) ?? "").toString("utf8");
    expect(records.parse(JSON.parse(file)).Records.map(({ eventName }) => eventName)).to.include("ListKeys");
  });

  /** Deliveries are under way when the clock has been moved. */
  async function delivered(): Promise<S3._Object[]> {
    for (let tries = 0; tries < 100; tries++) {
      const { Contents = [] } = await s3.send(new S3.ListObjectsV2Command({ Bucket: "logs" }));
      if (Contents.length > 0) return Contents;
      await setTimeout(20);
    }
    return [];
  }

  const datePath = () => emulator.instance.clock.now().toISOString().slice(0, 10).replaceAll("-", "/");
});
