import { expect } from "chai";
import { startTestEmulator, type Emulator } from "../../support/emulator.ts";

describe("Signature Version 2", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  const refusal =
    "<Code>InvalidRequest</Code><Message>The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.</Message>";

  it("is refused in a URL as S3 does", async () => {
    const query = new URLSearchParams({ AWSAccessKeyId: "000000000000", Signature: "c2lnbmVk", Expires: "1893456000" });
    const answer = await fetch(`${emulator.url}/mine/a?${query.toString()}`);
    expect(answer.status).to.equal(400);
    expect(await answer.text()).to.include(refusal);
  });

  it("is refused in a header as S3 does", async () => {
    const headers = { authorization: "AWS 000000000000:c2lnbmVk" };
    const answer = await fetch(`${emulator.url}/mine/a`, { headers });
    expect(answer.status).to.equal(400);
    expect(await answer.text()).to.include(refusal);
  });

  it("is none where a parameter of it is missing", async () => {
    const answer = await fetch(`${emulator.url}/mine/a?AWSAccessKeyId=000000000000&Signature=c2lnbmVk`);
    expect(answer.status).to.equal(403);
    expect(await answer.text()).to.include("<Code>MissingAuthenticationToken</Code>");
  });
});
