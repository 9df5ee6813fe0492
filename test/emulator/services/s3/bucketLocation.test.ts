import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

// Source: S3 API Reference, CreateBucket and GetBucketLocation: "Buckets in Region us-east-1 have a LocationConstraint of null".
describe("The location of a bucket", () => {
  let emulator: Emulator;
  before(async () => (emulator = await startTestEmulator()));
  after(() => emulator.stop());

  const clientOf = (region: string) => clientsFor(emulator, rootOf(), region).s3;
  const locationOf = async (Bucket: string, region: string) =>
    (await clientOf(region).send(new S3.GetBucketLocationCommand({ Bucket }))).LocationConstraint;

  it("is no constraint in us-east-1", async () => {
    await clientOf("us-east-1").send(new S3.CreateBucketCommand({ Bucket: "first" }));
    expect(await locationOf("first", "us-east-1")).to.equal(undefined);
  });

  for (const LocationConstraint of ["eu-west-1", "ap-southeast-7"] as const) {
    it(`is the region in ${LocationConstraint}`, async () => {
      const Bucket = `in-${LocationConstraint}`;
      const CreateBucketConfiguration = { LocationConstraint };
      await clientOf(LocationConstraint).send(new S3.CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
      expect(await locationOf(Bucket, LocationConstraint)).to.equal(LocationConstraint);
    });
  }
});
