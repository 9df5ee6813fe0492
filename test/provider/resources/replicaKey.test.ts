import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, onEmbeddedAws } from "../running.ts";

const KEY = "aws:kms/key:Key";
const REPLICA = "aws:kms/replicaKey:ReplicaKey";

const policy = (sid: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: sid, Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
    ],
  });

describe("replicas of keys, through the provider", () => {
  const running = onEmbeddedAws();
  let primary: Kept;
  before(async () => {
    primary = await running().engine.create(KEY, { multiRegion: true });
  });

  lives(running, {
    type: REPLICA,
    inputs: () => ({
      description: "first",
      policy: policy("first"),
      primaryKeyArn: textOf(primary, "arn"),
      region: "eu-west-1",
      tags: { a: "1" },
    }),
    id: () => primary.id,
    state: () => ({
      arn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${primary.id}`,
      bypassPolicyLockoutSafetyCheck: false,
      description: "first",
      enabled: true,
      keyId: primary.id,
      keyRotationEnabled: false,
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      policy: policy("first"),
      primaryKeyArn: textOf(primary, "arn"),
      region: "eu-west-1",
      tags: { a: "1" },
      tagsAll: { a: "1" },
    }),
    update: {
      inputs: { description: "second", enabled: false, policy: policy("second"), tags: { b: "2" } },
      state: { tagsAll: { b: "2" } },
    },
    replacement: { inputs: { region: "eu-central-1" }, replaces: ["region"], oldGoesFirst: false },
  });

  it("a replica of a key pair is made and read, although KMS does not speak of its rotation", async () => {
    const { engine } = running();
    const pair = await engine.create(KEY, {
      customerMasterKeySpec: "ECC_NIST_P256",
      keyUsage: "SIGN_VERIFY",
      multiRegion: true,
    });
    const wanted = { primaryKeyArn: textOf(pair, "arn"), region: "us-west-2" };
    const { state } = await engine.create(REPLICA, wanted);
    expect(state).to.include({ keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY", keyRotationEnabled: false });
  });

  it("a replica is made switched off, and switched on before anything else is changed", async () => {
    const { engine } = running();
    const wanted = { primaryKeyArn: textOf(primary, "arn"), region: "us-west-2" };
    const kept = await engine.create(REPLICA, { ...wanted, enabled: false });
    expect(kept.state.enabled).to.equal(false);
    const updated = await engine.update(REPLICA, kept, { ...wanted, description: "on" });
    expect(updated.state).to.include({ enabled: true, description: "on" });
  });

  it("a key of one region alone has no replica, and a key that is not an ARN is refused", async () => {
    const { engine } = running();
    const single = textOf(await engine.create(KEY, {}), "arn");
    const made = engine.create(REPLICA, { primaryKeyArn: single, region: "eu-west-1" });
    expect(await refusal(made)).to.match(/UnsupportedOperationException/);
    const { failures } = await engine.check(REPLICA, { primaryKeyArn: primary.id, region: "eu-west-1" });
    expect(failures).to.deep.equal(["must be the ARN of a key"]);
  });
});
