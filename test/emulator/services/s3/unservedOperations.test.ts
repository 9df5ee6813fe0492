import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

describe("What S3 has and the embedded AWS has not", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    ({ s3 } = clientsFor(emulator));
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "a", Body: "x" }));
  });
  after(() => emulator.stop());

  const place = { Bucket: "mine", Key: "a" };
  const metrics = { Bucket: "mine", Id: "1" };
  // Each is on the path of an operation that is served.
  const calls: readonly { readonly name: string; readonly insteadOf: string; readonly call: () => Promise<unknown> }[] =
    [
      {
        name: "GetObjectTorrent",
        insteadOf: "GetObject",
        call: () => s3.send(new S3.GetObjectTorrentCommand(place)),
      },
      {
        name: "PutBucketMetricsConfiguration",
        insteadOf: "CreateBucket",
        call: () =>
          s3.send(new S3.PutBucketMetricsConfigurationCommand({ ...metrics, MetricsConfiguration: { Id: "1" } })),
      },
      {
        name: "DeleteBucketMetricsConfiguration",
        insteadOf: "DeleteBucket",
        call: () => s3.send(new S3.DeleteBucketMetricsConfigurationCommand(metrics)),
      },
    ];
  for (const { name, insteadOf, call } of calls) {
    it(`is refused by name: ${name} is not taken for ${insteadOf}`, async () => {
      expect(await refusalOf(call())).to.deep.equal({
        code: "NotImplemented",
        message: `The embedded AWS does not have the operation s3:${name} yet.`,
        status: 501,
      });
    });
  }
});
