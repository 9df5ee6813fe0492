import { expect } from "chai";
import { Secret } from "../../../provider/values.ts";
import type { Kept } from "../engine.ts";
import { lives } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

describe("secrets, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: SECRET,
    inputs: () => ({ name: "first", recoveryWindowInDays: 0, tags: { a: "1" } }),
    state: ({ id }) => {
      expect(id).to.match(new RegExp(`^arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:first-[A-Za-z0-9]{6}$`));
      return {
        arn: id,
        name: "first",
        namePrefix: "",
        policy: "",
        recoveryWindowInDays: 0,
        region: REGION,
        tags: { a: "1" },
        tagsAll: { a: "1" },
      };
    },
    update: { inputs: { description: "a secret", tags: { b: "2" } }, state: { tagsAll: { b: "2" } } },
    replacement: { inputs: { name: "second" }, replaces: ["name"], oldGoesFirst: false },
  });

  it("a secret that was deleted at once leaves its name free", async () => {
    const { engine } = running();
    const inputs = { name: "again", recoveryWindowInDays: 0 };
    const first = await engine.create(SECRET, inputs);
    await engine.delete(SECRET, first);
    const next = await engine.create(SECRET, inputs);
    expect(next.id).to.not.equal(first.id);
    await engine.delete(SECRET, next);
  });

  it("a secret is put under a key in place", async () => {
    const { engine } = running();
    const key = await engine.create("aws:kms/key:Key", {});
    const kept = await engine.create(SECRET, { recoveryWindowInDays: 0 });
    const moved = await engine.update(SECRET, kept, { recoveryWindowInDays: 0, kmsKeyId: key.state.arn ?? "" });
    expect(moved.state.kmsKeyId).to.equal(key.state.arn);
    await engine.delete(SECRET, moved);
  });

  it("a recovery window out of range is refused", async () => {
    const { failures } = await running().engine.check(SECRET, { name: "x", recoveryWindowInDays: 3 });
    expect(failures).to.deep.equal(["must be 0, or from 7 to 30"]);
  });

  describe("of a secret", () => {
    let secret: Kept;
    before(async () => {
      secret = await running().engine.create(SECRET, { recoveryWindowInDays: 0 });
    });

    it("a value is stored, stays secret, and is replaced by a new version", async () => {
      const { engine } = running();
      const kept = await engine.create(VERSION, { secretId: secret.id, secretString: new Secret("hush") });
      const [, versionId = ""] = kept.id.split("|");
      expect(kept.id).to.equal(`${secret.id}|${versionId}`);
      expect(kept.state).to.deep.equal({
        arn: secret.id,
        hasSecretStringWo: false,
        region: REGION,
        secretArn: secret.id,
        secretId: secret.id,
        secretString: new Secret("hush"),
        versionId,
        versionStages: ["AWSCURRENT"],
      });
      expect(await engine.read(VERSION, kept)).to.deep.equal(kept);
      const changed = { ...kept.inputs, secretString: new Secret("hush!") };
      expect((await engine.diff(VERSION, kept, changed)).replaces).to.deep.equal(["secretString"]);
      const next = await engine.create(VERSION, { secretId: secret.id, secretString: new Secret("hush!") });
      await engine.delete(VERSION, kept);
      expect((await engine.read(VERSION, next))?.state.versionStages).to.deep.equal(["AWSCURRENT"]);
    });

    it("binary values are stored as well", async () => {
      const kept = await running().engine.create(VERSION, { secretId: secret.id, secretBinary: "AQID" });
      expect(kept.state.secretBinary).to.deep.equal(new Secret("AQID"));
    });

    it("a version is gone when its secret is", async () => {
      const { engine } = running();
      const doomed = await engine.create(SECRET, { recoveryWindowInDays: 7 });
      const kept = await engine.create(VERSION, { secretId: doomed.id, secretString: "x" });
      await engine.delete(SECRET, doomed);
      expect(await engine.read(VERSION, kept)).to.equal(undefined);
      expect(await engine.read(SECRET, doomed)).to.equal(undefined);
      await engine.delete(VERSION, kept);
    });

    it("both a text and binary, or neither, are refused", async () => {
      const reason = "one of secretString and secretBinary is required, and not both";
      const { engine } = running();
      expect((await engine.check(VERSION, { secretId: "s" })).failures).to.deep.equal([reason]);
      const both = { secretId: "s", secretString: "a", secretBinary: "AQID" };
      expect((await engine.check(VERSION, both)).failures).to.deep.equal([reason]);
    });
  });
});
