import { expect } from "chai";
import { awsPatience, awsTarget } from "../../../targets/aws/awsTarget.ts";
import type { Caller } from "../../../targets/aws/caller.ts";

const session = { accessKeyId: "ASIAEXAMPLE", secretAccessKey: "secret", sessionToken: "token" };
const longLived = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };

function targetFor(credentials: Awaited<ReturnType<Caller["credentials"]>>) {
  const caller = {
    accountId: "111122223333",
    arn: "arn:aws:sts::111122223333:assumed-role/deployer/keylab",
    region: "eu-central-1",
    credentials: async () => credentials,
  };
  return awsTarget({ caller, passphraseFile: "/keylab/passphrase" });
}

describe("the target aws", () => {
  it("is the account that was entered, of which nothing is known but what AWS tells", async () => {
    const { description, abilities, lasting } = await targetFor(session);
    expect(description).to.deep.equal({
      name: "aws",
      summary:
        "AWS account 111122223333, region eu-central-1, as arn:aws:sts::111122223333:assumed-role/deployer/keylab. It states which layer denies, not which one allows.",
      statesLayer: false,
    });
    expect([...abilities]).to.deep.equal([]);
    expect(lasting?.url).to.equal("aws:111122223333");
  });

  for (const [name, credentials, token] of [
    ["a role session", session, "token"],
    ["an access key", longLived, ""],
  ] as const) {
    it(`hands Pulumi's official plugin the caller's own credentials: ${name}`, async () => {
      const { engine } = await (await targetFor(credentials)).open();
      expect(engine).to.deep.equal({
        secretsProvider: "passphrase",
        environment: {
          PULUMI_CONFIG_PASSPHRASE_FILE: "/keylab/passphrase",
          AWS_REGION: "eu-central-1",
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: "secret",
          AWS_SESSION_TOKEN: token,
        },
      });
    });
  }

  it("sends clients to no endpoint; the caller's repeat what is throttled, a principal's show the first answer", async () => {
    const room = await (await targetFor(session)).open();
    expect(room.clientConfiguration(session)).to.deep.equal({
      region: "eu-central-1",
      endpoint: undefined,
      credentials: session,
      maxAttempts: 10,
      retryMode: "adaptive",
    });
    expect(room.clientConfiguration(longLived)).to.deep.equal({
      region: "eu-central-1",
      endpoint: undefined,
      credentials: longLived,
      maxAttempts: 1,
    });
    expect([room.patience, room.isExclusive]).to.deep.equal([awsPatience, false]);
  });

  it("takes fresh credentials for each scenario: those of a role end after an hour", async () => {
    let asked = 0;
    const caller = {
      accountId: "111122223333",
      arn: "arn:aws:sts::111122223333:assumed-role/deployer/keylab",
      region: "eu-central-1",
      credentials: async () => ({ accessKeyId: `ASIA${++asked}`, secretAccessKey: "secret" }),
    };
    const target = await awsTarget({ caller, passphraseFile: "/keylab/passphrase" });
    const rooms = [await target.open(), await target.open()];
    expect(rooms.map(({ administrator }) => administrator.accessKeyId)).to.deep.equal(["ASIA2", "ASIA3"]);
  });
});
