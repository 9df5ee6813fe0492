import {
  DecryptCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";
import { makeKey, oneDay, type TestKey } from "./keys.ts";

describe("Rotation of a KMS key on demand", () => {
  let emulator: Emulator;
  let root: Clients;
  let key: TestKey;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
    key = await makeKey(root);
  });
  afterEach(() => emulator.stop());

  const rotate = () => root.kms.send(new RotateKeyOnDemandCommand({ KeyId: key.id }));

  it("gives new material, keeps the earlier, and is listed with the automatic ones, oldest first", async () => {
    const { CiphertextBlob } = await root.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext: Buffer.from("x") }));
    const first = (await root.kms.send(new DecryptCommand({ CiphertextBlob }))).KeyMaterialId;
    expect((await rotate()).KeyId).to.equal(key.arn);
    await root.kms.send(new EnableKeyRotationCommand({ KeyId: key.id, RotationPeriodInDays: 90 }));
    emulator.instance.clock.advance(90 * oneDay);
    expect((await root.kms.send(new DecryptCommand({ CiphertextBlob }))).KeyMaterialId).to.equal(first);
    const { Rotations = [] } = await root.kms.send(new ListKeyRotationsCommand({ KeyId: key.id }));
    expect(Rotations.map(({ RotationType, KeyMaterialState }) => [RotationType, KeyMaterialState])).to.deep.equal([
      ["ON_DEMAND", "NON_CURRENT"],
      ["AUTOMATIC", "CURRENT"],
    ]);
    const all = { KeyId: key.id, IncludeKeyMaterial: "ALL_KEY_MATERIAL", Limit: 2 } as const;
    const page = await root.kms.send(new ListKeyRotationsCommand(all));
    expect(page.Rotations?.[0]).to.deep.equal({
      KeyId: key.id,
      KeyMaterialId: first,
      KeyMaterialState: "NON_CURRENT",
    });
    expect(page.Truncated).to.equal(true);
    const rest = await root.kms.send(new ListKeyRotationsCommand({ ...all, Marker: page.NextMarker }));
    expect(rest.Rotations?.map(({ KeyMaterialId }) => KeyMaterialId)).to.deep.equal([Rotations[1]?.KeyMaterialId]);
  });

  it("happens 25 times at most", async () => {
    for (let turn = 0; turn < 25; turn++) await rotate();
    expect((await refusalOf(rotate())).code).to.equal("LimitExceededException");
    const { Rotations = [] } = await root.kms.send(new ListKeyRotationsCommand({ KeyId: key.id }));
    expect(Rotations).to.have.lengthOf(25);
  });

  it("is not for keys that do not rotate", async () => {
    const { id: KeyId } = await makeKey(root, { KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" });
    for (const refused of [
      root.kms.send(new RotateKeyOnDemandCommand({ KeyId })),
      root.kms.send(new ListKeyRotationsCommand({ KeyId })),
      root.kms.send(new EnableKeyRotationCommand({ KeyId })),
    ]) {
      expect((await refusalOf(refused)).code).to.equal("UnsupportedOperationException");
    }
  });
});
