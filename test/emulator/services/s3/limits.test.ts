import * as S3 from "@aws-sdk/client-s3";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator } from "../../../support/emulator.ts";
import { send } from "../../../support/signedRequest.ts";

const limit = 20 * 1024 * 1024;

describe("S3 tells its limits:", function () {
  this.timeout(120_000);

  it("a body that is too large for one request is refused with EntityTooLarge, one that just fits is not", async () => {
    const emulator = await startTestEmulator();
    try {
      const headers = { "x-amz-content-sha256": "UNSIGNED-PAYLOAD" };
      const put = { service: "s3", method: "PUT", headers };
      expect((await send(emulator, { ...put, path: "/mine" })).status).to.equal(200);
      expect((await send(emulator, { ...put, path: "/mine/a", body: Buffer.alloc(limit) })).status).to.equal(200);
      const refused = await send(emulator, { ...put, path: "/mine/a", body: Buffer.alloc(limit + 1) });
      expect(refused.status).to.equal(400);
      expect(refused.headers.get("content-type")).to.equal("application/xml");
      expect(refused.text).to.include(
        `<Error><Code>EntityTooLarge</Code><Message>Your proposed upload exceeds the maximum allowed size. The embedded AWS takes ${limit} bytes in one request: upload what is larger in parts.</Message><ProposedSize>${limit + 1}</ProposedSize><MaxSizeAllowed>${limit}</MaxSizeAllowed>`,
      );
    } finally {
      await emulator.stop();
    }
  });

  it("callers that are too fast hear SlowDown", async () => {
    const rates = { throttle: 1, error: 0, drop: 0, slow: 0, slowness: { from: 1, to: 2 } };
    const emulator = await startTestEmulator({ chaos: { seed: 1, named: { "s3:ListBuckets": rates } } });
    try {
      const { s3 } = clientsFor(emulator);
      expect(await refusalOf(s3.send(new S3.ListBucketsCommand({})))).to.deep.equal({
        code: "SlowDown",
        message: "Please reduce your request rate.",
        status: 503,
      });
    } finally {
      await emulator.stop();
    }
  });
});
