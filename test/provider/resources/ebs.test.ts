import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, limitedEngine, onEmbeddedAws } from "../running.ts";

const VOLUME = "aws:ebs/volume:Volume";

describe("volumes and snapshots, through the provider", () => {
  const running = onEmbeddedAws();
  const availabilityZone = `${REGION}a`;

  lives(running, {
    type: VOLUME,
    inputs: () => ({ availabilityZone, size: 8, type: "gp3", tags: { a: "1", b: "2" } }),
    state: ({ id }, state) => {
      expect(id).to.match(/^vol-[0-9a-f]{17}$/);
      expect(state.createTime).to.match(/^\d{4}-\d\d-\d\dT.*Z$/);
      return {
        arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:volume/${id}`,
        availabilityZone,
        createTime: state.createTime,
        encrypted: false,
        iops: 3000,
        multiAttachEnabled: false,
        region: REGION,
        size: 8,
        tags: { a: "1", b: "2" },
        tagsAll: { a: "1", b: "2" },
        throughput: 125,
        type: "gp3",
      };
    },
    update: { inputs: { iops: 4000, size: 10, tags: { a: "3" } }, state: { tagsAll: { a: "3" } } },
    replacement: { inputs: { encrypted: true }, replaces: ["encrypted"], oldGoesFirst: false },
  });

  it("a volume is encrypted under the key that it names", async () => {
    const { engine } = running();
    const key = await engine.create("aws:kms/key:Key", {});
    const kmsKeyId = textOf(key, "arn");
    const kept = await engine.create(VOLUME, { availabilityZone, encrypted: true, kmsKeyId, size: 1 });
    expect(kept.state).to.include({ encrypted: true, kmsKeyId, type: "gp2" });
    await engine.delete(VOLUME, kept);
  });

  it("a volume that disappears for want of its key is said to have", async () => {
    const { engine } = running();
    const key = await engine.create("aws:kms/key:Key", {});
    const limited = await limitedEngine(running(), "kms:GenerateDataKeyWithoutPlaintext");
    const inputs = { availabilityZone, encrypted: true, kmsKeyId: textOf(key, "arn"), size: 1 };
    expect(await refusal(limited.create(VOLUME, inputs))).to.match(/vol-\w+ has disappeared: EBS may not use the key/);
    limited.close();
  });

  it("a volume without a size or a snapshot is refused", async () => {
    const { failures } = await running().engine.check(VOLUME, { availabilityZone });
    expect(failures).to.deep.equal(["one of size and snapshotId is required"]);
  });

  describe("of a volume", () => {
    let volume: Kept;
    before(async () => {
      volume = await running().engine.create(VOLUME, { availabilityZone, size: 2 });
    });

    lives(running, {
      type: "aws:ebs/snapshot:Snapshot",
      inputs: () => ({ description: "nightly", tags: { a: "1" }, volumeId: volume.id }),
      state: ({ id }) => ({
        arn: `arn:aws:ec2:${REGION}::snapshot/${id}`,
        description: "nightly",
        encrypted: false,
        ownerId: ACCOUNT,
        region: REGION,
        storageTier: "standard",
        tags: { a: "1" },
        tagsAll: { a: "1" },
        volumeId: volume.id,
        volumeSize: 2,
      }),
      update: { inputs: { tags: { b: "2" } }, state: { tagsAll: { b: "2" } } },
      replacement: { inputs: { description: "weekly" }, replaces: ["description"], oldGoesFirst: false },
    });
  });

  describe("of the account", () => {
    let keyArn = "";
    before(async () => {
      keyArn = textOf(await running().engine.create("aws:kms/key:Key", {}), "arn");
    });

    lives(running, {
      type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
      inputs: () => ({ enabled: false }),
      id: () => REGION,
      state: () => ({ enabled: false, region: REGION }),
      update: { inputs: { enabled: true } },
      replacement: { inputs: { region: "eu-west-1" }, replaces: ["region"], oldGoesFirst: false },
      left: { enabled: false, region: REGION },
    });

    lives(running, {
      type: "aws:ebs/defaultKmsKey:DefaultKmsKey",
      inputs: () => ({ keyArn }),
      id: () => keyArn,
      state: () => ({ keyArn, region: REGION }),
      replacement: { inputs: { keyArn: "arn:other" }, replaces: ["keyArn"], oldGoesFirst: false },
    });
  });
});
