import { expect } from "chai";
import { samePolicy } from "../../../provider/aws/policy.ts";
import { Secret, revealAll } from "../../../provider/values.ts";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, limitedEngine, onEmbeddedAws } from "../running.ts";

const GRANT = "aws:kms/grant:Grant";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
const KEY = "aws:kms/key:Key";

const policy = (sid: string, action: string | string[], principal = `arn:aws:iam::${ACCOUNT}:root`) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: sid, Effect: "Allow", Principal: { AWS: principal }, Action: action, Resource: "*" }],
  });

describe("who may use keys and secrets, through the provider", () => {
  const running = onEmbeddedAws();
  let key: Kept;
  let other: Kept;
  let grantee: string;
  before(async () => {
    const { engine } = running();
    key = await engine.create(KEY, {});
    other = await engine.create(KEY, {});
    grantee = textOf(await engine.create("aws:iam/user:User", { name: "grantee" }), "arn");
  });

  lives(running, {
    type: GRANT,
    inputs: () => ({
      constraints: [{ encryptionContextSubset: { purpose: "test" } }],
      granteePrincipal: grantee,
      keyId: key.id,
      name: "first",
      operations: ["Encrypt", "Decrypt"],
    }),
    state: (kept, { grantId, grantToken }) => {
      expect(grantId).to.match(/^[0-9a-f]{64}$/);
      expect(kept.id).to.equal(`${key.id}:${textOf(kept, "grantId")}`);
      expect(kept.state.grantToken).to.be.instanceOf(Secret);
      return {
        constraints: [{ encryptionContextSubset: { purpose: "test" } }],
        grantId,
        grantToken,
        granteePrincipal: grantee,
        keyId: key.id,
        name: "first",
        operations: ["Encrypt", "Decrypt"],
        region: REGION,
        retireOnDelete: false,
      };
    },
    update: { inputs: { retireOnDelete: true } },
    replacement: { inputs: { operations: ["Decrypt"] }, replaces: ["operations"], oldGoesFirst: true },
  });

  it("a grant is revoked by one who may not retire it, and found by its id alone", async () => {
    const { engine } = running();
    const limited = await limitedEngine(running(), "kms:RetireGrant");
    const wanted = { granteePrincipal: grantee, keyId: textOf(key, "arn"), operations: ["Decrypt"] };
    const kept = await engine.create(GRANT, { ...wanted, retireOnDelete: true });
    const found = await engine.read(GRANT, { id: kept.id, inputs: {}, state: {} });
    expect(found?.inputs).to.deep.equal({ ...wanted, region: REGION });
    expect(await refusal(limited.delete(GRANT, kept))).to.match(/not authorized to perform: kms:RetireGrant/);
    await limited.delete(GRANT, await engine.update(GRANT, kept, { ...wanted, retireOnDelete: false }));
    expect(await engine.read(GRANT, kept)).to.equal(undefined);
    limited.close();
  });

  it("the policy of a key is put, exchanged, and the default one again once it is deleted", async () => {
    const { engine } = running();
    const byDefault = textOf(key, "policy");
    const kept = await engine.create(KEY_POLICY, { keyId: key.id, policy: policy("first", "kms:*") });
    expect(revealAll(kept.state)).to.deep.equal({
      bypassPolicyLockoutSafetyCheck: false,
      keyId: key.id,
      policy: policy("first", "kms:*"),
      region: REGION,
    });
    expect(await engine.read(KEY_POLICY, kept)).to.deep.equal(kept);
    const changed = await engine.update(KEY_POLICY, kept, { keyId: key.id, policy: policy("second", "kms:*") });
    expect(changed.state.policy).to.equal(policy("second", "kms:*"));
    const moved = await engine.diff(KEY_POLICY, changed, { ...changed.inputs, keyId: other.id });
    expect(moved).to.deep.include({ replaces: ["keyId"], deleteBeforeReplace: true });
    await engine.delete(KEY_POLICY, changed);
    const left = await engine.read(KEY_POLICY, { id: key.id, inputs: {}, state: {} });
    expect(samePolicy(left?.state.policy, byDefault)).to.equal(true);
  });

  it("a policy that would lock everybody out of a key is refused, and with the safety check bypassed it is not", async () => {
    const { engine } = running();
    const wanted = { keyId: other.id, policy: policy("nobody", ["kms:DescribeKey", "kms:GetKeyPolicy"]) };
    expect(await refusal(engine.create(KEY_POLICY, wanted))).to.match(/MalformedPolicyDocumentException/);
    const kept = await engine.create(KEY_POLICY, { ...wanted, bypassPolicyLockoutSafetyCheck: true });
    expect(kept.state.policy).to.equal(wanted.policy);
  });

  describe("of a secret", () => {
    let secret: Kept;
    before(async () => {
      secret = await running().engine.create("aws:secretsmanager/secret:Secret", { name: "s" });
    });

    lives(running, {
      type: "aws:secretsmanager/secretPolicy:SecretPolicy",
      inputs: () => ({ policy: policy("first", "secretsmanager:*"), secretArn: secret.id }),
      id: () => secret.id,
      state: () => ({
        blockPublicPolicy: false,
        policy: policy("first", "secretsmanager:*"),
        region: REGION,
        secretArn: secret.id,
      }),
      update: { inputs: { policy: policy("second", "secretsmanager:GetSecretValue") } },
      replacement: { inputs: { secretArn: "other" }, replaces: ["secretArn"], oldGoesFirst: true },
    });

    it("a policy for everybody is refused where the program blocks such policies", async () => {
      const { engine } = running();
      const wanted = { policy: policy("all", "secretsmanager:GetSecretValue", "*"), secretArn: secret.id };
      const SECRET_POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
      expect(await refusal(engine.create(SECRET_POLICY, { ...wanted, blockPublicPolicy: true }))).to.match(
        /PublicPolicyException/,
      );
      expect((await engine.create(SECRET_POLICY, wanted)).state.policy).to.equal(wanted.policy);
    });
  });
});
