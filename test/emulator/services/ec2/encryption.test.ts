import * as EC2 from "@aws-sdk/client-ec2";
import { CreateKeyCommand, DisableKeyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, createUser, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const everythingOfEc2 = { Effect: "Allow", Action: "ec2:*", Resource: "*" } as const;
/** EBS User Guide, "Requirements for Amazon EBS encryption": the permissions of whoever makes encrypted volumes. */
const useOfKeys = [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncrypt*",
] as const;
const AvailabilityZone = "us-east-1a";

describe("What EC2 encrypts under a customer managed key", () => {
  let emulator: Emulator;
  let KmsKeyId: string;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    KmsKeyId = await newKey();
  });
  afterEach(() => emulator.stop());

  async function newKey(): Promise<string> {
    const { KeyMetadata } = await clientsFor(emulator).kms.send(new CreateKeyCommand({}));
    return KeyMetadata?.Arn ?? "";
  }

  const clientOf = (credentials = rootOf()) =>
    new EC2.EC2Client({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 });

  async function userWith(rights: object): Promise<EC2.EC2Client> {
    const kms = { Effect: "Allow", Action: useOfKeys, Resource: "*", ...rights } as const;
    return clientOf((await createUser(emulator, "Operator", [everythingOfEc2, kms])).credentials);
  }

  /** What has become of a new volume once EC2 has had time to ask KMS. */
  async function fateOf(client: EC2.EC2Client): Promise<string> {
    const asked = { AvailabilityZone, Size: 1, Encrypted: true, KmsKeyId };
    const { VolumeId = "" } = await client.send(new EC2.CreateVolumeCommand(asked));
    emulator.instance.clock.advance(60_000);
    const described = new EC2.DescribeVolumesCommand({ VolumeIds: [VolumeId] });
    return client.send(described).then(
      ({ Volumes }) => Volumes?.[0]?.State ?? "",
      (error: unknown) => (error instanceof Error ? error.name : ""),
    );
  }

  // EC2 API Reference, CreateVolume, `KmsKeyId`: KMS is asked later, and the request succeeds all the same.
  const rows: readonly { readonly name: string; readonly rights: object; readonly fate: string }[] = [
    { name: "is there for whoever may use the key", rights: {}, fate: "available" },
    {
      name: "is there for whoever may use the key by way of EC2 alone",
      rights: { Condition: { StringEquals: { "kms:ViaService": "ec2.us-east-1.amazonaws.com" } } },
      fate: "available",
    },
    {
      name: "vanishes for whoever may use the key by way of S3 alone",
      rights: { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } },
      fate: "InvalidVolume.NotFound",
    },
    {
      name: "vanishes for whoever may describe the key and no more",
      rights: { Action: "kms:DescribeKey" },
      fate: "InvalidVolume.NotFound",
    },
  ];
  for (const { name, rights, fate } of rows) {
    it(`is a volume that ${name}`, async () => {
      expect(await fateOf(await userWith(rights))).to.equal(fate);
    });
  }

  it("is a volume that vanishes while the key is disabled, also for an administrator", async () => {
    await clientsFor(emulator).kms.send(new DisableKeyCommand({ KeyId: KmsKeyId }));
    expect(await fateOf(clientOf())).to.equal("InvalidVolume.NotFound");
  });

  const copies: readonly { readonly name: string; readonly lacks: readonly string[]; readonly state: string }[] = [
    { name: "completed for whoever may re-encrypt", lacks: [], state: "completed" },
    { name: "in error for whoever may not", lacks: ["kms:ReEncrypt*"], state: "error" },
  ];
  for (const { name, lacks, state } of copies) {
    it(`is the copy of a snapshot under another key: ${name}`, async () => {
      const root = clientOf();
      const source = { AvailabilityZone, Size: 1, Encrypted: true, KmsKeyId: await newKey() };
      const { VolumeId } = await root.send(new EC2.CreateVolumeCommand(source));
      const { SnapshotId: SourceSnapshotId } = await root.send(new EC2.CreateSnapshotCommand({ VolumeId }));
      emulator.instance.clock.advance(60_000);
      const client = await userWith({ Action: useOfKeys.filter((action) => !lacks.includes(action)) });
      const copy = { SourceRegion: "us-east-1", SourceSnapshotId, Encrypted: true, KmsKeyId };
      const { SnapshotId = "" } = await client.send(new EC2.CopySnapshotCommand(copy));
      emulator.instance.clock.advance(60_000);
      const described = await client.send(new EC2.DescribeSnapshotsCommand({ SnapshotIds: [SnapshotId] }));
      const [shown] = described.Snapshots ?? [];
      expect([shown?.State, shown?.KmsKeyId]).to.deep.equal([state, KmsKeyId]);
    });
  }

  it("is a copy of what was in the clear, for which the caller grants EC2 the use of the key", async () => {
    const root = clientOf();
    const { VolumeId } = await root.send(new EC2.CreateVolumeCommand({ AvailabilityZone, Size: 1 }));
    const { SnapshotId: SourceSnapshotId } = await root.send(new EC2.CreateSnapshotCommand({ VolumeId }));
    emulator.instance.clock.advance(60_000);
    const without = await userWith({ Action: useOfKeys.filter((action) => action !== "kms:CreateGrant") });
    const copy = { SourceRegion: "us-east-1", SourceSnapshotId, Encrypted: true, KmsKeyId };
    const ids = [];
    for (const client of [root, without]) ids.push((await client.send(new EC2.CopySnapshotCommand(copy))).SnapshotId);
    emulator.instance.clock.advance(60_000);
    const { Snapshots = [] } = await root.send(new EC2.DescribeSnapshotsCommand({ OwnerIds: ["self"] }));
    const states = ids.map((id) => Snapshots.find(({ SnapshotId }) => SnapshotId === id)?.State);
    expect(states).to.deep.equal(["completed", "error"]);
  });
});
