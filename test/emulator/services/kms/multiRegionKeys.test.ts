import { randomBytes } from "node:crypto";
import {
  CancelKeyDeletionCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  UpdatePrimaryRegionCommand,
  type KeyMetadata,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { importMaterial } from "./importMaterial.ts";
import { makeKey, oneDay, type TestKey } from "./keys.ts";

const ReplicaRegion = "eu-west-1";
const plaintext = Buffer.from("a message");

describe("Multi-region keys", () => {
  let emulator: Emulator;
  let home: Clients;
  let away: Clients;
  let key: TestKey;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    home = clientsFor(emulator);
    away = clientsFor(emulator, rootOf(), ReplicaRegion);
    key = await makeKey(home, { MultiRegion: true });
  });
  afterEach(() => emulator.stop());

  const replicate = () => home.kms.send(new ReplicateKeyCommand({ KeyId: key.id, ReplicaRegion }));
  async function shown({ kms }: Clients): Promise<KeyMetadata | undefined> {
    return (await kms.send(new DescribeKeyCommand({ KeyId: key.id }))).KeyMetadata;
  }

  it("have an id that says so, the same one everywhere", async () => {
    expect(key.id).to.match(/^mrk-[0-9a-f]{32}$/);
    const { ReplicaKeyMetadata } = await replicate();
    expect(ReplicaKeyMetadata?.Arn).to.equal(`arn:aws:kms:${ReplicaRegion}:000000000000:key/${key.id}`);
    expect(await refusalOf(replicate())).to.include({ code: "AlreadyExistsException" });
  });

  it("open in one region what was encrypted in another; keys of one region do not", async () => {
    const single = await makeKey(home);
    await replicate();
    for (const [KeyId, outcome] of [
      [key.id, "a message"],
      [single.id, "AccessDeniedException"],
    ] as const) {
      const { CiphertextBlob } = await home.kms.send(new EncryptCommand({ KeyId, Plaintext: plaintext }));
      const opened = await away.kms.send(new DecryptCommand({ CiphertextBlob })).then(
        ({ Plaintext }) => Buffer.from(Plaintext ?? []).toString(),
        (error: unknown) => (error instanceof Error ? error.name : ""),
      );
      expect(opened).to.equal(outcome);
    }
  });

  it("share their material and its rotation, which the primary decides", async () => {
    await replicate();
    for (const refused of [
      new EnableKeyRotationCommand({ KeyId: key.id }),
      new RotateKeyOnDemandCommand({ KeyId: key.id }),
    ]) {
      const arn = `arn:aws:kms:${ReplicaRegion}:000000000000:key/${key.id}`;
      const message = `${arn} is not a multi-region primary key.`;
      const call = refused instanceof RotateKeyOnDemandCommand ? away.kms.send(refused) : away.kms.send(refused);
      expect(await refusalOf(call)).to.include({ code: "UnsupportedOperationException", message });
    }
    await home.kms.send(new EnableKeyRotationCommand({ KeyId: key.id, RotationPeriodInDays: 90 }));
    const status = await away.kms.send(new GetKeyRotationStatusCommand({ KeyId: key.id }));
    expect(status.RotationPeriodInDays).to.equal(90);
    const first = (await shown(home))?.CurrentKeyMaterialId;
    emulator.instance.clock.advance(90 * oneDay);
    const second = (await shown(away))?.CurrentKeyMaterialId;
    expect(second)
      .to.equal((await shown(home))?.CurrentKeyMaterialId)
      .and.not.equal(first);
  });

  it("have states of their own", async () => {
    await replicate();
    await away.kms.send(new DisableKeyCommand({ KeyId: key.id }));
    expect([(await shown(home))?.KeyState, (await shown(away))?.KeyState]).to.deep.equal(["Enabled", "Disabled"]);
  });

  it("change their primary, if both keys' policies allow it and both keys are enabled", async () => {
    await replicate();
    const replicaArn = (await shown(away))?.Arn ?? "";
    const allow = { Effect: "Allow", Action: "kms:UpdatePrimaryRegion" } as const;
    const half = await createUser(emulator, "half", [{ ...allow, Resource: key.arn }]);
    const full = await createUser(emulator, "full", [{ ...allow, Resource: [key.arn, replicaArn] }]);
    const move = () => new UpdatePrimaryRegionCommand({ KeyId: key.arn, PrimaryRegion: ReplicaRegion });
    expect((await refusalOf(half.clients.kms.send(move()))).code).to.equal("AccessDeniedException");
    const elsewhere = new UpdatePrimaryRegionCommand({ KeyId: key.arn, PrimaryRegion: "eu-central-1" });
    expect((await refusalOf(home.kms.send(elsewhere))).code).to.equal("NotFoundException");
    await full.clients.kms.send(move());
    expect((await shown(home))?.MultiRegionConfiguration).to.deep.equal({
      MultiRegionKeyType: "REPLICA",
      PrimaryKey: { Arn: replicaArn, Region: ReplicaRegion },
      ReplicaKeys: [{ Arn: key.arn, Region: "us-east-1" }],
    });
    expect((await refusalOf(home.kms.send(move()))).code).to.equal("UnsupportedOperationException");
    await home.kms.send(new DisableKeyCommand({ KeyId: key.id }));
    const back = new UpdatePrimaryRegionCommand({ KeyId: key.id, PrimaryRegion: "us-east-1" });
    expect((await refusalOf(away.kms.send(back))).code).to.equal("DisabledException");
  });

  it("are deleted last by the primary: its waiting period begins when no replica is left", async () => {
    await replicate();
    const waiting = await home.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays: 7 }));
    expect(waiting).to.include({ KeyState: "PendingReplicaDeletion", PendingWindowInDays: 7 });
    expect(waiting.DeletionDate).to.equal(undefined);
    expect(await shown(home)).to.include({ KeyState: "PendingReplicaDeletion", PendingDeletionWindowInDays: 7 });
    await home.kms.send(new CancelKeyDeletionCommand({ KeyId: key.id }));
    expect((await shown(home))?.KeyState).to.equal("Disabled");
    await home.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays: 7 }));
    await away.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays: 10 }));
    emulator.instance.clock.advance(10 * oneDay);
    expect((await refusalOf(shown(away))).code).to.equal("NotFoundException");
    expect((await shown(home))?.KeyState).to.equal("PendingDeletion");
    emulator.instance.clock.advance(7 * oneDay);
    expect((await refusalOf(shown(home))).code).to.equal("NotFoundException");
  });

  it("need the same material imported into each, and that of the primary first", async () => {
    const { id: KeyId } = await makeKey(home, { MultiRegion: true, Origin: "EXTERNAL" });
    const material = randomBytes(32);
    const { KeyMaterialId } = await importMaterial(home.kms, KeyId, material);
    await home.kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion }));
    const replica = async () => (await away.kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState;
    expect(await replica()).to.equal("PendingImport");
    expect((await refusalOf(importMaterial(away.kms, KeyId, randomBytes(32)))).code).to.equal(
      "IncorrectKeyMaterialException",
    );
    expect((await importMaterial(away.kms, KeyId, material)).KeyMaterialId).to.equal(KeyMaterialId);
    expect(await replica()).to.equal("Enabled");
    const next = randomBytes(32);
    await importMaterial(home.kms, KeyId, next, { ImportType: "NEW_KEY_MATERIAL" });
    const rotate = () => home.kms.send(new RotateKeyOnDemandCommand({ KeyId }));
    expect((await refusalOf(rotate())).code).to.equal("KMSInvalidStateException");
    await importMaterial(away.kms, KeyId, next, { ImportType: "EXISTING_KEY_MATERIAL" });
    await rotate();
    const { CiphertextBlob } = await away.kms.send(new EncryptCommand({ KeyId, Plaintext: plaintext }));
    const { Plaintext } = await home.kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(Plaintext ?? []).toString()).to.equal("a message");
  });

  it("are replicated by who may replicate the one and create the other, and into regions that are allowed", async () => {
    const create = { Effect: "Allow", Action: "kms:CreateKey", Resource: "*" } as const;
    const Condition = { StringEquals: { "kms:ReplicaRegion": ReplicaRegion } };
    const copy = { Effect: "Allow", Action: "kms:ReplicateKey", Resource: key.arn, Condition } as const;
    const attempt = { KeyId: key.arn, BypassPolicyLockoutSafetyCheck: true };
    for (const { name, statements, region, outcome } of [
      { name: "create", statements: [create], region: ReplicaRegion, outcome: "AccessDeniedException" },
      { name: "copy", statements: [copy], region: ReplicaRegion, outcome: "AccessDeniedException" },
      { name: "elsewhere", statements: [create, copy], region: "eu-west-2", outcome: "AccessDeniedException" },
      { name: "both", statements: [create, copy], region: ReplicaRegion, outcome: "ok" },
    ]) {
      const { clients } = await createUser(emulator, name, statements);
      const ended = await clients.kms.send(new ReplicateKeyCommand({ ...attempt, ReplicaRegion: region })).then(
        () => "ok",
        (error: unknown) => (error instanceof Error ? error.name : ""),
      );
      expect(ended, name).to.equal(outcome);
    }
  });
});
