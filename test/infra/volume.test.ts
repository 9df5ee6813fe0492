import { expect } from "chai";

import { EncryptionKey } from "../../infra/encryptionKey.ts";
import type { KeySpec } from "../../infra/rules/keyKind.ts";
import { Volume } from "../../infra/volume.ts";
import { VolumeSnapshot } from "../../infra/volumeSnapshot.ts";
import { account, admin } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const keyArn = `arn:aws:kms:us-east-1:${account}:key/key-id`;
const makeKey = (keySpec?: KeySpec) => new EncryptionKey("key", { alias: "key", administrators: [admin], keySpec });

describe("Volume", () => {
  it("creates a volume without a key, and nothing else", async () => {
    const { resources, components, result } = await deploy(() => new Volume("volume", { volumeName: "data" }));
    expect(resources).to.deep.equal({
      "ebs/volume:Volume volume": { availabilityZone: "us-east-1a", size: 1, type: "gp3", tags: { Name: "data" } },
    });
    expect(components).to.deep.equal(["keylab:infra:Volume volume"]);
    expect(await valueOf(result.outputs)).to.deep.equal({
      volumeId: "id of volume",
      volumeName: "data",
      availabilityZone: "us-east-1a",
      keyArn: undefined,
    });
  });

  it("encrypts it under a key", async () => {
    const { resources, result } = await deploy(() => new Volume("volume", { volumeName: "data", key: makeKey() }));
    expect(resources["ebs/volume:Volume volume"]).to.deep.include({ encrypted: true, kmsKeyId: keyArn });
    expect((await valueOf(result.outputs)).keyArn).to.equal(keyArn);
  });

  it("has snapshots", async () => {
    const { resources, result } = await deploy(() => {
      const volume = new Volume("volume", { volumeName: "data" });
      return new VolumeSnapshot("snapshot", { snapshotName: "backup", volume });
    });
    expect(resources["ebs/snapshot:Snapshot snapshot"]).to.deep.equal({
      volumeId: "id of volume",
      tags: { Name: "backup" },
    });
    expect(await valueOf(result.outputs)).to.deep.equal({ snapshotId: "id of snapshot" });
  });
});

describe("Volume, given a wrong argument", () => {
  it("refuses a size that EBS does not have", async () => {
    expect(await refusalOf(() => new Volume("volume", { volumeName: "data", size: 0 }))).to.equal(
      'Volume "volume": size is 0; allowed is a whole number of GiB from 1 to 65536.',
    );
  });

  it("refuses a key that EBS cannot use", async () => {
    const { result: key } = await deploy(() => makeKey("RSA_2048"));
    expect(await refusalOf(() => new Volume("volume", { volumeName: "data", key }))).to.equal(
      'Volume "volume": key is "RSA_2048"; allowed is a symmetric encryption key (SYMMETRIC_DEFAULT).',
    );
  });
});
