import { expect } from "chai";
import { refusal } from "../engine.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const TABLE = "aws:dynamodb/table:Table";
const ITEM = "aws:dynamodb/tableItem:TableItem";
const KEY = "aws:kms/key:Key";

const base = { attributes: [{ name: "id", type: "S" }], billingMode: "PAY_PER_REQUEST", hashKey: "id" };
const item = (value: string) => JSON.stringify({ id: { S: "1" }, value: { N: value } });

describe("tables and items, through the provider", () => {
  const running = onEmbeddedAws();

  lives(running, {
    type: TABLE,
    inputs: () => ({ ...base, name: "first", serverSideEncryption: { enabled: false }, tags: { a: "1" } }),
    id: () => "first",
    state: () => ({
      ...base,
      arn: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/first`,
      deletionProtectionEnabled: false,
      globalSecondaryIndexes: [],
      name: "first",
      pointInTimeRecovery: { enabled: false },
      readCapacity: 0,
      region: REGION,
      serverSideEncryption: { enabled: false },
      streamArn: "",
      streamLabel: "",
      streamViewType: "",
      tags: { a: "1" },
      tagsAll: { a: "1" },
      ttl: { attributeName: "", enabled: false },
      writeCapacity: 0,
    }),
    update: {
      inputs: { billingMode: "PROVISIONED", readCapacity: 2, tags: { b: "2" }, writeCapacity: 3 },
      state: { tagsAll: { b: "2" } },
    },
    replacement: {
      inputs: { attributes: [{ name: "key", type: "S" }], hashKey: "key" },
      replaces: ["attributes", "hashKey"],
      oldGoesFirst: true,
    },
  });

  describe("a table", () => {
    it("is moved to a customer managed key and back in place, and says under which key it is", async () => {
      const { engine } = running();
      const key = await engine.create(KEY, {});
      const kmsKeyArn = textOf(key, "arn");
      const kept = await engine.create(TABLE, base);
      expect(kept.id).to.match(/^thing-[0-9a-f]{7}$/);
      expect(kept.state.serverSideEncryption).to.deep.equal({ enabled: false, kmsKeyArn: "" });
      const moved = await engine.update(TABLE, kept, { ...base, serverSideEncryption: { enabled: true, kmsKeyArn } });
      expect(moved.state.serverSideEncryption).to.deep.equal({ enabled: true, kmsKeyArn });
      const silent = await engine.update(TABLE, moved, base);
      expect(silent.state.serverSideEncryption).to.deep.equal({ enabled: true, kmsKeyArn });
      const back = await engine.update(TABLE, silent, { ...base, serverSideEncryption: { enabled: false } });
      expect(back.state.serverSideEncryption).to.deep.equal({ enabled: false });
      await engine.delete(TABLE, back);
    });

    it("can be restored to a moment and lets items expire, where that is wanted, and no longer where it is not", async () => {
      const { engine, emulator } = running();
      const on = { pointInTimeRecovery: { enabled: true }, ttl: { attributeName: "until", enabled: true } };
      const kept = await engine.create(TABLE, { ...base, ...on });
      const enabled = { enabled: true, recoveryPeriodInDays: 35 };
      expect(kept.state).to.deep.include({ ...on, pointInTimeRecovery: enabled });
      const shorter = { ...on, pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 7 } };
      const changed = await engine.update(TABLE, kept, { ...base, ...shorter });
      expect(changed.state).to.deep.include(shorter);
      const silent = await engine.update(TABLE, changed, base);
      expect(silent.state).to.deep.include(shorter);
      // DynamoDB refuses a second change of what lets items expire within half an hour.
      await emulator.instance.advanceClock(30 * 60_000);
      const off = { pointInTimeRecovery: { enabled: false }, ttl: { attributeName: "", enabled: false } };
      const back = await engine.update(TABLE, silent, { ...base, ...off });
      expect(back.state).to.deep.include(off);
      await engine.delete(TABLE, back);
    });

    it("is not encrypted anew by an update that failed after it was encrypted", async () => {
      const { engine } = running();
      const kmsKeyArn = textOf(await engine.create(KEY, {}), "arn");
      const kept = await engine.create(TABLE, base);
      const wanted = { ...base, serverSideEncryption: { enabled: true, kmsKeyArn }, tags: { a: "1" } };
      await engine.update(TABLE, kept, wanted);
      const again = await engine.update(TABLE, kept, wanted);
      expect(again.state.serverSideEncryption).to.deep.equal({ enabled: true, kmsKeyArn });
      await engine.delete(TABLE, again);
    });

    it("is imported with inputs that the provider takes, although it has no capacity", async () => {
      const { engine } = running();
      const kept = await engine.create(TABLE, { ...base, name: "imported" });
      const found = await engine.read(TABLE, { id: kept.id, inputs: {}, state: {} });
      expect(found?.inputs).to.include({ readCapacity: 0, writeCapacity: 0 });
      expect((await engine.check(TABLE, found?.inputs ?? {})).failures).to.deep.equal([]);
      await engine.delete(TABLE, kept);
    });

    it("that is protected is not deleted until the protection is off", async () => {
      const { engine } = running();
      const kept = await engine.create(TABLE, { ...base, deletionProtectionEnabled: true });
      expect(await refusal(engine.delete(TABLE, kept))).to.match(/ValidationException/);
      const open = await engine.update(TABLE, kept, base);
      await engine.delete(TABLE, open);
    });

    const refusals: [string, object, string][] = [
      [
        "attributes that are no keys",
        {
          attributes: [
            { name: "id", type: "S" },
            { name: "x", type: "S" },
          ],
        },
        "attributes must define the key attributes id and no others",
      ],
      ["a key that is not defined", { rangeKey: "r" }, "attributes must define the key attributes id, r and no others"],
      [
        "provisioned billing without capacity",
        { billingMode: "PROVISIONED" },
        "billingMode PROVISIONED needs readCapacity and writeCapacity",
      ],
      [
        "provisioned billing without any units",
        { billingMode: "PROVISIONED", readCapacity: 1, writeCapacity: 0 },
        "billingMode PROVISIONED needs readCapacity and writeCapacity",
      ],
      ["streams", { streamEnabled: true }, "streamEnabled is not supported by the embedded provider"],
    ];
    for (const [what, inputs, reason] of refusals) {
      it(`is refused with ${what}`, async () => {
        const { failures } = await running().engine.check(TABLE, { ...base, name: "refused", ...inputs });
        expect(failures).to.deep.equal([reason]);
      });
    }
  });

  describe("in a table", () => {
    let table: Kept;
    before(async () => {
      table = await running().engine.create(TABLE, base);
    });

    lives(running, {
      type: ITEM,
      inputs: () => ({ hashKey: "id", item: item("1"), tableName: table.id }),
      id: () => `${table.id}|id||1|`,
      state: () => ({
        hashKey: "id",
        hashKeyValue: "1",
        item: item("1"),
        rangeKeyValue: "",
        region: REGION,
        tableName: table.id,
      }),
      update: { inputs: { item: item("2") } },
      replacement: { inputs: { tableName: "other" }, replaces: ["tableName"], oldGoesFirst: false },
    });

    it("an item that is there already is not overwritten", async () => {
      const { engine } = running();
      const inputs = { hashKey: "id", item: item("1"), tableName: table.id };
      const kept = await engine.create(ITEM, inputs);
      expect(await refusal(engine.create(ITEM, inputs))).to.match(/ConditionalCheckFailedException/);
      await engine.delete(ITEM, kept);
    });

    it("an item is moved when its key changes", async () => {
      const { engine } = running();
      const inputs = { hashKey: "id", item: item("1"), tableName: table.id };
      const kept = await engine.create(ITEM, inputs);
      const moved = await engine.update(ITEM, kept, { ...inputs, item: '{"id":{"S":"2"}}' });
      expect(moved.state.hashKeyValue).to.equal("2");
      expect(await engine.read(ITEM, kept)).to.equal(undefined);
      await engine.delete(ITEM, moved);
    });

    it("an item without its key, or in plain JSON, is refused", async () => {
      const { engine } = running();
      const inputs = { hashKey: "id", tableName: table.id };
      expect((await engine.check(ITEM, { ...inputs, item: '{"value":{"N":"1"}}' })).failures).to.deep.equal([
        "item lacks its key attribute id",
      ]);
      expect((await engine.check(ITEM, { ...inputs, item: '{"id":"1"}' })).failures).to.have.length(1);
    });
  });
});
