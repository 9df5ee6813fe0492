import { expect } from "chai";

import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { EncryptionKeyArgs } from "../../infra/encryptionKeyArgs.ts";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { checkReplicaKey, ReplicaKey, type ReplicaKeyArgs } from "../../infra/replicaKey.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

interface Given {
  readonly primary?: Partial<EncryptionKeyArgs>;
  readonly replica?: Partial<ReplicaKeyArgs>;
}

/** A primary key, and a replica of it in eu-west-1. */
function makeReplica({ primary, replica }: Given = {}) {
  const key = new EncryptionKey("key", { alias: "NewKey", multiRegion: true, administrators: [admin], ...primary });
  const region = "eu-west-1";
  return new ReplicaKey("replica", { primary: key, region, alias: "NewKey", administrators: [admin], ...replica });
}

const consolePolicy = (use: "symmetric encryption" | "signing") =>
  JSON.stringify(
    consoleKeyPolicy({
      accountRoot: `arn:aws:iam::${account}:root`,
      administrators: [admin],
      administratorsMayDelete: true,
      users: [admin],
      use,
    }),
  );

describe("ReplicaKey", () => {
  it("creates a replica of the primary key and an alias, both in the other region", async () => {
    const { resources, result } = await deploy(() => makeReplica({ replica: { users: [admin] } }));
    expect(resources["kms/key:Key key"]).to.include({ multiRegion: true });
    expect(resources["kms/replicaKey:ReplicaKey replica"]).to.deep.equal({
      primaryKeyArn: `arn:aws:kms:us-east-1:${account}:key/key-id`,
      region: "eu-west-1",
      deletionWindowInDays: 7,
      policy: consolePolicy("symmetric encryption"),
    });
    expect(resources["kms/alias:Alias replica-alias"]).to.deep.equal({
      name: "alias/NewKey",
      region: "eu-west-1",
      targetKeyId: "replica-id",
    });
    expect(await valueOf(result.outputs)).to.include({ keyId: "replica-id", aliasName: "alias/NewKey" });
  });

  it("lets its users do what the primary key is for", async () => {
    const primary = { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" } as const;
    const { resources } = await deploy(() => makeReplica({ primary, replica: { users: [admin] } }));
    expect(resources["kms/replicaKey:ReplicaKey replica"]).to.include({ policy: consolePolicy("signing") });
  });
});

describe("ReplicaKey, given a wrong argument", () => {
  const args = { primary: { multiRegion: true }, region: "eu-west-1", alias: "NewKey", administrators: [admin] };
  const mistakes = [
    {
      mistake: { region: "Ireland" },
      says: 'region is "Ireland"; allowed is the name of a region, such as eu-west-1.',
    },
    {
      mistake: { primary: { multiRegion: false } },
      says: "primary.multiRegion is false; allowed is true, as only a multi-Region key can be replicated.",
    },
    { mistake: { administrators: [] }, says: "administrators is []; allowed is at least one administrator." },
  ];
  for (const { mistake, says } of mistakes) {
    it(`says so: ${JSON.stringify(mistake)}`, async () => {
      const message = await refusalOf(() => {
        checkReplicaKey('ReplicaKey "replica"', { ...args, ...mistake });
      });
      expect(message).to.equal(`ReplicaKey "replica": ${says}`);
    });
  }
});
