import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey, oneDay, type TestKey, withoutMetadata } from "./keys.ts";

describe("Automatic rotation of a KMS key", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
  });
  afterEach(() => emulator.stop());

  const enable = (RotationPeriodInDays?: number) =>
    root.kms.send(new EnableKeyRotationCommand({ KeyId: key.id, RotationPeriodInDays }));

  function status() {
    return root.kms.send(new GetKeyRotationStatusCommand({ KeyId: key.arn }));
  }

  async function materialId(): Promise<string | undefined> {
    return (await root.kms.send(new DescribeKeyCommand({ KeyId: key.id }))).KeyMetadata?.CurrentKeyMaterialId;
  }

  it("is off at first, and can be turned on and off", async () => {
    expect(withoutMetadata(await status())).to.deep.equal({ KeyId: key.arn, KeyRotationEnabled: false });
    await enable();
    const on = await status();
    const { NextRotationDate } = on;
    expect(withoutMetadata(on)).to.deep.equal({
      KeyId: key.arn,
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
      NextRotationDate,
    });
    expect(Number(NextRotationDate) - Date.now() - 365 * oneDay).to.be.within(-10_000, 0);
    await root.kms.send(new DisableKeyRotationCommand({ KeyId: key.id }));
    expect(withoutMetadata(await status())).to.deep.equal({ KeyId: key.arn, KeyRotationEnabled: false });
  });

  for (const { days, constraint } of [
    { days: 89, constraint: "Member must have value greater than or equal to 90" },
    { days: 2561, constraint: "Member must have value less than or equal to 2560" },
  ]) {
    it(`refuses a period of ${days} days`, async () => {
      expect((await refusalOf(enable(days))).message).to.equal(
        `1 validation error detected: Value '${days}' at 'rotationPeriodInDays' failed to satisfy constraint: ${constraint}`,
      );
    });
  }

  it("gives new material at each date, and keeps what earlier material is needed for", async () => {
    await enable(90);
    const blobs: (Uint8Array | undefined)[] = [];
    const materials = new Set<string | undefined>();
    for (let turn = 0; turn < 3; turn++) {
      const { CiphertextBlob } = await root.kms.send(
        new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from(`turn ${turn}`) }),
      );
      blobs.push(CiphertextBlob);
      materials.add(await materialId());
      emulator.instance.clock.advance(90 * oneDay);
    }
    expect(materials.size).to.equal(3);
    for (const [turn, CiphertextBlob] of blobs.entries()) {
      const { Plaintext, KeyMaterialId } = await root.kms.send(new DecryptCommand({ CiphertextBlob }));
      expect(Buffer.from(Plaintext ?? []).toString()).to.equal(`turn ${turn}`);
      expect(KeyMaterialId).to.equal([...materials][turn]);
    }
  });

  it("does nothing before its date", async () => {
    await enable(90);
    const before = await materialId();
    emulator.instance.clock.advance(90 * oneDay - 60_000);
    expect(await materialId()).to.equal(before);
  });

  it("waits while the key is disabled, and then catches up once", async () => {
    await enable(90);
    const before = await materialId();
    await root.kms.send(new DisableKeyCommand({ KeyId: key.id }));
    emulator.instance.clock.advance(200 * oneDay);
    expect(await materialId()).to.equal(before);
    await root.kms.send(new EnableKeyCommand({ KeyId: key.id }));
    expect(await materialId()).to.not.equal(before);
    const { NextRotationDate } = await status();
    const now = emulator.instance.clock.now().getTime();
    expect((Number(NextRotationDate) - now) / oneDay).to.be.closeTo(70, 0.01);
  });

  it("rests while deletion is pending, and comes back when that is cancelled", async () => {
    await enable(90);
    await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id }));
    expect(withoutMetadata(await status())).to.deep.equal({ KeyId: key.arn, KeyRotationEnabled: false });
    await root.kms.send(new CancelKeyDeletionCommand({ KeyId: key.id }));
    expect(await status()).to.deep.include({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
  });

  for (const [KeySpec, KeyUsage] of [
    ["ECC_NIST_P256", "SIGN_VERIFY"],
    ["RSA_2048", "ENCRYPT_DECRYPT"],
    ["HMAC_256", "GENERATE_VERIFY_MAC"],
  ] as const) {
    it(`is off for a key of the kind ${KeySpec}, and cannot be turned on`, async () => {
      // Source: Terraform's provider for AWS asks it of every key whose material AWS has made, and reads no error.
      const { KeyMetadata } = await root.kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
      key = { id: KeyMetadata?.KeyId ?? "", arn: KeyMetadata?.Arn ?? "" };
      expect(withoutMetadata(await status())).to.deep.equal({ KeyId: key.arn, KeyRotationEnabled: false });
      expect(await refusalOf(enable())).to.include({ code: "UnsupportedOperationException" });
    });
  }
});
