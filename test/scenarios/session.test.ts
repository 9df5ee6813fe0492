import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import type { SentCommand } from "../../scenarios/contract/watchCommands.ts";

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

  it("tells a watcher what it sends, whatever comes of it", async () => {
    const heard: SentCommand[] = [];
    const credentials = { accessKeyId: "AKIA", secretAccessKey: "hush" };
    const endpoint = "http://127.0.0.1:1";
    const watcher = (command: SentCommand) => void heard.push(command);
    const session = new Session({ region: "us-east-1", endpoint, credentials, maxAttempts: 1, watcher }, new Notes());
    const sent = session.kms.send(new DescribeKeyCommand({ KeyId: "alias/key" }));
    await sent.catch(() => undefined);
    expect(heard).to.deep.equal([
      { client: "KMSClient", command: "DescribeKeyCommand", input: { KeyId: "alias/key" } },
    ]);
    session.close();
  });
});
