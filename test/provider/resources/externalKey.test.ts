import { expect } from "chai";
import { Secret } from "../../../provider/values.ts";
import { lives } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const EXTERNAL = "aws:kms/externalKey:ExternalKey";
const material = Buffer.alloc(32, 7).toString("base64");

describe("keys with imported material, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: EXTERNAL,
    inputs: () => ({ description: "first", keyMaterialBase64: material, tags: { a: "1" } }),
    state: (kept, { policy }) => {
      expect(kept.state.keyMaterialBase64).to.be.instanceOf(Secret);
      return {
        arn: `arn:aws:kms:${REGION}:${ACCOUNT}:key/${kept.id}`,
        bypassPolicyLockoutSafetyCheck: false,
        description: "first",
        enabled: true,
        expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
        keyMaterialBase64: material,
        keySpec: "SYMMETRIC_DEFAULT",
        keyState: "Enabled",
        keyUsage: "ENCRYPT_DECRYPT",
        multiRegion: false,
        policy,
        region: REGION,
        tags: { a: "1" },
        tagsAll: { a: "1" },
      };
    },
    update: {
      inputs: { description: "second", enabled: false, tags: { b: "2" } },
      state: { keyState: "Disabled", tagsAll: { b: "2" } },
    },
    replacement: { inputs: { multiRegion: true }, replaces: ["multiRegion"], oldGoesFirst: false },
  });

  it("a key waits for its material, which may expire", async () => {
    const { engine, emulator } = running();
    const validTo = new Date(emulator.instance.clock.now().getTime() + 86_400_000)
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
    const kept = await engine.create(EXTERNAL, {});
    expect(kept.state).to.include({ enabled: false, keyState: "PendingImport" });
    const updated = await engine.update(EXTERNAL, kept, { keyMaterialBase64: material, validTo });
    expect(updated.state).to.include({ enabled: true, expirationModel: "KEY_MATERIAL_EXPIRES", validTo });
    const { failures } = await engine.check(EXTERNAL, { enabled: true });
    expect(failures).to.deep.equal(["a key without keyMaterialBase64 cannot be enabled"]);
  });
});
