import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { CreateBucketCommand, DeleteBucketPolicyCommand, GetBucketLocationCommand } from "@aws-sdk/client-s3";
import { expect } from "chai";
import * as z from "zod";
import { clientsFor, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const event = z.object({ requestParameters: z.unknown(), responseElements: z.unknown() });

/** Source: S3 User Guide, "CloudTrail log file entries for Amazon S3". */
describe("CloudTrail's management events of S3", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await startTestEmulator();
    const { s3 } = clientsFor(emulator);
    const Bucket = "records";
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
    await s3.send(new GetBucketLocationCommand({ Bucket }));
  });
  after(() => emulator.stop());

  for (const [name, requestParameters] of [
    ["CreateBucket", { bucketName: "records" }],
    ["DeleteBucketPolicy", { bucketName: "records" }],
    ["GetBucketLocation", { bucketName: "records" }],
  ] as const) {
    it(`name the bucket, and tell no answer: ${name}`, async () => {
      const { cloudTrail } = clientsFor(emulator);
      const { Events = [] } = await cloudTrail.send(
        new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: "EventName", AttributeValue: name }] }),
      );
      const told = Events.map(({ CloudTrailEvent = "" }) => event.parse(JSON.parse(CloudTrailEvent)));
      expect(told).to.deep.equal([{ requestParameters, responseElements: null }]);
    });
  }
});
