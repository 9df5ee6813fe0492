import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { Emulator } from "../../../emulator/startEmulator.ts";
import { UNKNOWN } from "../../../provider/values.ts";
import { halfMade } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, limitedEngine, onEmbeddedAws } from "../running.ts";

const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";
const arn = (resource: string) => `arn:aws:kms:${REGION}:${ACCOUNT}:${resource}`;

const DAY = 86_400_000;

const policy = (sid: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: sid, Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
    ],
  });

describe("keys and aliases, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: KEY,
    inputs: () => ({
      deletionWindowInDays: 7,
      description: "first",
      policy: policy("first"),
      tags: { a: "1", b: "2" },
    }),
    state: ({ id }) => ({
      arn: arn(`key/${id}`),
      bypassPolicyLockoutSafetyCheck: false,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      deletionWindowInDays: 7,
      description: "first",
      enableKeyRotation: false,
      isEnabled: true,
      keyId: id,
      keyUsage: "ENCRYPT_DECRYPT",
      multiRegion: false,
      policy: policy("first"),
      region: REGION,
      tags: { a: "1", b: "2" },
      tagsAll: { a: "1", b: "2" },
    }),
    update: {
      inputs: {
        description: "second",
        enableKeyRotation: true,
        isEnabled: false,
        policy: policy("second"),
        tags: { a: "3" },
      },
      state: { rotationPeriodInDays: 365, tagsAll: { a: "3" } },
    },
    replacement: {
      inputs: { keyUsage: "SIGN_VERIFY", multiRegion: true },
      replaces: ["keyUsage", "multiRegion"],
      oldGoesFirst: false,
    },
  });

  describe("a key", () => {
    for (const { customerMasterKeySpec, keyUsage } of [
      { customerMasterKeySpec: "RSA_2048", keyUsage: "ENCRYPT_DECRYPT" },
      { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
      { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" },
    ]) {
      it(`of ${customerMasterKeySpec} is made and read, although KMS does not speak of its rotation`, async () => {
        const { engine } = running();
        const { state } = await engine.create(KEY, { customerMasterKeySpec, keyUsage });
        expect(state).to.include({ customerMasterKeySpec, keyUsage, enableKeyRotation: false });
      });
    }

    it("is deleted after the window that the program asked for", async () => {
      const { engine, emulator } = running();
      const kept = await engine.create(KEY, { deletionWindowInDays: 9 });
      await engine.delete(KEY, kept);
      const days = (await deletionDate(emulator, kept.id)).getTime() - emulator.instance.clock.now().getTime();
      expect(days / DAY).to.be.closeTo(9, 0.01);
    });

    it("is created switched off and rotating, when the program says so", async () => {
      const { engine } = running();
      const kept = await engine.create(KEY, { isEnabled: false, enableKeyRotation: true });
      expect(kept.state).to.include({ isEnabled: false, enableKeyRotation: true });
      await engine.delete(KEY, kept);
    });

    it("is switched on before anything else is changed", async () => {
      const { engine } = running();
      const kept = await engine.create(KEY, { isEnabled: false });
      const updated = await engine.update(KEY, kept, { isEnabled: true, enableKeyRotation: true });
      expect(updated.state).to.include({ isEnabled: true, enableKeyRotation: true });
      await engine.delete(KEY, updated);
    });

    it("is not changed by a policy that says the same in other words", async () => {
      const { engine } = running();
      const kept = await engine.create(KEY, { policy: policy("same") });
      const other = policy("same").replace('"kms:*"', '["kms:*"]').replace("{", "{  ");
      expect((await engine.diff(KEY, kept, { policy: other })).changes).to.deep.equal([]);
      await engine.delete(KEY, kept);
    });

    it("that is half-made is told by its id, and is finished by the next update", async () => {
      const { engine } = running();
      const limited = await limitedEngine(running(), "kms:EnableKeyRotation");
      const wanted = { enableKeyRotation: true, tags: { a: "b" } };
      const error: unknown = await limited.create(KEY, wanted).catch((failure: unknown) => failure);
      const made = halfMade(error);
      expect(String(error)).to.match(/AccessDeniedException: .* not authorized to perform: kms:EnableKeyRotation/);
      expect(made?.id).to.match(/^[0-9a-f-]{36}$/);
      expect(made?.state).to.deep.include(wanted);
      const kept = { id: made?.id ?? "", state: made?.state ?? {}, inputs: wanted };
      const finished = await engine.update(KEY, kept, wanted);
      expect(finished.state).to.include({ enableKeyRotation: true, keyId: kept.id });
      await engine.delete(KEY, finished);
      limited.close();
    });

    it("is found by its id alone, as an import wants it", async () => {
      const { engine } = running();
      const kept = await engine.create(KEY, { description: "d", isEnabled: false });
      const found = await engine.read(KEY, { id: kept.id, inputs: {}, state: {} });
      expect(found?.inputs).to.deep.equal({
        description: "d",
        isEnabled: false,
        multiRegion: false,
        policy: kept.state.policy,
        region: REGION,
      });
      expect(found?.state).to.deep.equal(kept.state);
      await engine.delete(KEY, kept);
    });

    it("shows in a preview what is not known yet", async () => {
      const preview = await running().engine.previewCreate(KEY, { description: UNKNOWN, isEnabled: false });
      expect(preview).to.include({
        arn: UNKNOWN,
        description: UNKNOWN,
        isEnabled: false,
        keyId: UNKNOWN,
        policy: UNKNOWN,
      });
    });
  });

  describe("with a key", () => {
    let key: Kept;
    before(async () => {
      key = await running().engine.create(KEY, {});
    });

    lives(running, {
      type: ALIAS,
      inputs: () => ({ name: "alias/first", targetKeyId: key.id }),
      id: () => "alias/first",
      state: () => ({
        arn: arn("alias/first"),
        name: "alias/first",
        namePrefix: "",
        region: REGION,
        targetKeyArn: textOf(key, "arn"),
        targetKeyId: key.id,
      }),
      replacement: { inputs: { name: "alias/second" }, replaces: ["name"], oldGoesFirst: false },
    });

    it("an alias is moved to another key in place, and names its key by id or by ARN", async () => {
      const { engine } = running();
      const other = await engine.create(KEY, {});
      const kept = await engine.create(ALIAS, { targetKeyId: key.id });
      expect(kept.id).to.match(/^alias\/thing-[0-9a-f]{7}$/);
      expect(
        (await engine.diff(ALIAS, kept, { ...kept.inputs, targetKeyId: textOf(key, "arn") })).changes,
      ).to.deep.equal([]);
      const moved = await engine.update(ALIAS, kept, { targetKeyId: textOf(other, "arn") });
      expect(moved.state).to.include({ targetKeyArn: textOf(other, "arn"), name: kept.id });
      await engine.delete(ALIAS, moved);
      await engine.delete(KEY, other);
    });

    it("an alias with a reserved name, or none at all, is refused", async () => {
      const { failures } = await running().engine.check(ALIAS, { name: "alias/aws/mine", targetKeyId: key.id });
      expect(failures).to.deep.equal(['must start with "alias/", but not with "alias/aws/"']);
    });
  });
});

async function deletionDate(emulator: Emulator, KeyId: string): Promise<Date> {
  const credentials = { accessKeyId: ACCOUNT, secretAccessKey: emulator.rootSecret };
  const kms = new KMSClient({ endpoint: emulator.url, region: REGION, credentials });
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  kms.destroy();
  return KeyMetadata?.DeletionDate ?? new Date(NaN);
}
