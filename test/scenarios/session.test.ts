import { expect } from "chai";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";

describe("The session of a principal", () => {
  it("sees the first answer, unless it is told to retry: with the same notes then", async () => {
    const credentials = { accessKeyId: "AKIA", secretAccessKey: "hush" };
    const session = new Session({ region: "us-east-1", credentials, maxAttempts: 1 }, new Notes());
    expect(await session.kms.config.maxAttempts()).to.equal(1);
    expect(await session.retrying.kms.config.maxAttempts()).to.equal(10);
    expect(session.retrying).to.equal(session.retrying);
    expect(session.retrying.notes).to.equal(session.notes);
    session.close();
  });
});
