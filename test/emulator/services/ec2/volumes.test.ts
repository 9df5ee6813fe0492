import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DescribeSnapshotAttributeCommand,
  DescribeTagsCommand,
  DescribeVolumesCommand,
  EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  ModifySnapshotAttributeCommand,
} from "@aws-sdk/client-ec2";
import { expect } from "chai";
import { rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

/** The code of the error that a call ends with. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "Success",
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}

describe("EC2's volumes and snapshots", () => {
  let emulator: Emulator;
  let client: EC2Client;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    client = new EC2Client({ endpoint: emulator.url, region: "us-east-1", credentials: rootOf(), maxAttempts: 1 });
  });

  afterEach(async () => {
    client.destroy();
    await emulator.stop();
  });

  const volume = { AvailabilityZone: "us-east-1a", Size: 8 };

  it("are created with tags, and found by them", async () => {
    const made = await client.send(
      new CreateVolumeCommand({
        ...volume,
        TagSpecifications: [{ ResourceType: "volume", Tags: [{ Key: "team", Value: "red" }] }],
      }),
    );
    await client.send(new CreateVolumeCommand(volume));
    const { Volumes = [] } = await client.send(
      new DescribeVolumesCommand({ Filters: [{ Name: "tag:team", Values: ["red"] }] }),
    );
    expect(Volumes.map(({ VolumeId, Size, Encrypted }) => ({ VolumeId, Size, Encrypted }))).to.deep.equal([
      { VolumeId: made.VolumeId, Size: 8, Encrypted: false },
    ]);
    const { Tags } = await client.send(new DescribeTagsCommand({}));
    expect(Tags).to.deep.equal([{ Key: "team", Value: "red", ResourceId: made.VolumeId, ResourceType: "volume" }]);
  });

  it("are not created by a dry run", async () => {
    expect(await codeOf(client.send(new CreateVolumeCommand({ ...volume, DryRun: true })))).to.equal("DryRunOperation");
    const { Volumes } = await client.send(new DescribeVolumesCommand({}));
    expect(Volumes ?? []).to.deep.equal([]);
  });

  it("are encrypted once the account encrypts by default", async () => {
    await client.send(new EnableEbsEncryptionByDefaultCommand({}));
    const { Encrypted, KmsKeyId } = await client.send(new CreateVolumeCommand(volume));
    expect(Encrypted).to.equal(true);
    expect(KmsKeyId).to.match(/^arn:aws:kms:us-east-1:000000000000:key\//);
  });

  for (const { Encrypted, ending, shared } of [
    { Encrypted: false, ending: "Success", shared: [{ UserId: "111111111111" }] },
    { Encrypted: true, ending: "OperationNotPermitted", shared: [] },
  ]) {
    it(`${Encrypted ? "cannot" : "can"} be shared ${Encrypted ? "under aws/ebs" : "in the clear"}`, async () => {
      const { VolumeId } = await client.send(new CreateVolumeCommand({ ...volume, Encrypted }));
      const { SnapshotId } = await client.send(new CreateSnapshotCommand({ VolumeId }));
      const Attribute = "createVolumePermission";
      const CreateVolumePermission = { Add: [{ UserId: "111111111111" }] };
      const sharing = new ModifySnapshotAttributeCommand({ SnapshotId, Attribute, CreateVolumePermission });
      expect(await codeOf(client.send(sharing))).to.equal(ending);
      const answer = await client.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute }));
      expect(answer.CreateVolumePermissions ?? []).to.deep.equal(shared);
    });
  }
});
