import * as S3 from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

interface Row {
  readonly condition: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The statuses of a GET with the signature in the header and in the URL. */
  readonly header: number;
  readonly url: number;
}

describe("A bucket policy that denies reading", () => {
  let emulator: Emulator;
  let s3: S3.S3Client;
  before(async () => {
    emulator = await startTestEmulator();
    s3 = clientsFor(emulator).s3;
    await s3.send(new S3.CreateBucketCommand({ Bucket: "mine" }));
    await s3.send(new S3.PutObjectCommand({ Bucket: "mine", Key: "a", Body: "hello" }));
  });
  after(() => emulator.stop());

  const rows: readonly Row[] = [
    { condition: { StringNotEquals: { "s3:authType": "REST-HEADER" } }, header: 200, url: 403 },
    { condition: { StringEquals: { "s3:authType": "REST-HEADER" } }, header: 403, url: 200 },
    { condition: { NumericGreaterThan: { "s3:signatureAge": "600000" } }, header: 200, url: 200 },
    { condition: { NumericLessThan: { "s3:signatureAge": "600000" } }, header: 200, url: 403 },
    { condition: { StringNotEquals: { "s3:signatureversion": "AWS4-HMAC-SHA256" } }, header: 200, url: 200 },
    { condition: { StringEquals: { "s3:ResourceAccount": "000000000000" } }, header: 403, url: 403 },
    { condition: { StringEquals: { "s3:ResourceAccount": "111122223333" } }, header: 200, url: 200 },
  ];
  for (const { condition, header, url } of rows) {
    it(`if ${JSON.stringify(condition)} answers ${header} to a signed header and ${url} to a signed URL`, async () => {
      const Resource = "arn:aws:s3:::mine/*";
      const statement = { Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource, Condition: condition };
      const Policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
      await s3.send(new S3.PutBucketPolicyCommand({ Bucket: "mine", Policy }));
      const get = new S3.GetObjectCommand({ Bucket: "mine", Key: "a" });
      const { status } = await fetch(await getSignedUrl(s3, get));
      const withHeader = await s3.send(get).then(
        ({ $metadata }) => $metadata.httpStatusCode,
        (error: unknown) => (error instanceof S3.S3ServiceException ? error.$metadata.httpStatusCode : error),
      );
      expect([withHeader, status]).to.deep.equal([header, url]);
    });
  }
});
