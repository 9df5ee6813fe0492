import { expect } from "chai";
import fc from "fast-check";
import { RandomSource } from "../../../../../emulator/randomSource.ts";
import { decodeItem, encodeItem } from "../../../../../emulator/services/dynamodb/storage/encodeItem.ts";
import { ItemCipher } from "../../../../../emulator/services/dynamodb/storage/itemCipher.ts";
import { MemoryStorage } from "../../../../../emulator/services/dynamodb/storage/memoryStorage.ts";
import {
  compareSortKeys,
  encodeRange,
  indexSortKey,
  tableSortKey,
} from "../../../../../emulator/services/dynamodb/storage/sortKey.ts";
import type { AttributeValue } from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";
import { compareValues } from "../../../../../emulator/services/dynamodb/values/compareValues.ts";
import { parseNumber } from "../../../../../emulator/services/dynamodb/values/number.ts";
import { order, orders } from "../itemStorageFixtures.ts";

const random = new RandomSource();

const number = fc
  .record({ digits: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), exponent: fc.integer({ min: -60, max: 60 }) })
  .map(({ digits, exponent }) => parseNumber(`${digits}E${exponent}`));
const bytes = fc.uint8Array({ maxLength: 6 });
const text = fc.string({ unit: "binary", maxLength: 6 });

const value = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text.map((S) => ({ S })),
    number.map((N) => ({ N })),
    bytes.map((B) => ({ B })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true }),
    fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((SS) => ({ SS })),
    fc.uniqueArray(number, { minLength: 1, maxLength: 3 }).map((NS) => ({ NS })),
    fc.array(bytes, { minLength: 1, maxLength: 3 }).map((BS) => ({ BS })),
    fc.array(tie("value"), { maxLength: 3 }).map((L) => ({ L })),
    fc.dictionary(fc.oneof(text, fc.constant("__proto__")), tie("value"), { maxKeys: 3 }).map((M) => ({ M })),
  ),
})).value;

describe("Items as they are stored", () => {
  it("are read as they were written, whatever they hold", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(text, fc.constant("__proto__")), value, { maxKeys: 4 }), (item) => {
        expect(decodeItem(encodeItem(item))).to.deep.equal(item);
      }),
    );
  });

  it("are sealed anew each time, and opened by the same key only", () => {
    const [cipher, other] = [new ItemCipher(random.bytes(32), random), new ItemCipher(random.bytes(32), random)];

    const [one, two] = [cipher.seal("the item"), cipher.seal("the item")];

    expect(cipher.open(one)).to.equal("the item");
    expect(cipher.open(two)).to.equal("the item");
    expect(Buffer.from(one).equals(two)).to.equal(false);
    expect(() => other.open(one)).to.throw();
  });

  it("cannot be opened once a bit of them has changed", () => {
    const cipher = new ItemCipher(random.bytes(32), random);
    const sealed = cipher.seal("the item");

    for (const index of [0, 12, 28, sealed.length - 1]) {
      const damaged = Buffer.from(sealed);
      damaged.writeUInt8(damaged.readUInt8(index) ^ 1, index);
      expect(() => cipher.open(damaged), String(index)).to.throw();
    }
  });

  it("show nothing of themselves when they are inspected", () => {
    const { storage, cipher } = tableOfOrders();

    const inspected = storage.inspect("orders", cipher);

    expect(inspected).to.have.length(2);
    for (const { key, bytes: stored } of inspected) {
      expect(key).to.match(/^[0-9a-f]{64}$/);
      const seen = `${key}${Buffer.from(stored).toString("latin1")}`;
      for (const secret of ["customer", "ann", "zoë", "state", "secret"]) expect(seen).not.to.include(secret);
    }
    expect(new Set(inspected.map(({ key }) => key)).size).to.equal(2);
    expect(storage.inspect("orders", cipher)).to.deep.equal(inspected);
  });

  it("are other bytes under another key, and the same items", () => {
    const { storage, cipher } = tableOfOrders();
    const next = new ItemCipher(random.bytes(32), random);
    const before = storage.inspect("orders", cipher);
    const scan = (by: ItemCipher, IndexName?: string) =>
      storage.use(new Map([["orders", by]])).scan({ TableName: "orders", IndexName }).Items;
    const items = scan(cipher);

    storage.reencrypt("orders", cipher, next);

    expect(scan(next)).to.deep.equal(items);
    expect(scan(next, "by-state")).to.have.length(2);
    expect(() => scan(cipher)).to.throw();
    const after = storage.inspect("orders", next).map(({ bytes: stored }) => Buffer.from(stored).toString("hex"));
    expect(after).not.to.include.members(before.map(({ bytes: stored }) => Buffer.from(stored).toString("hex")));
  });
});

function tableOfOrders() {
  const storage = new MemoryStorage();
  const cipher = new ItemCipher(random.bytes(32), random);
  storage.createTable(orders);
  const items = storage.use(new Map([["orders", cipher]]));
  items.putItem({ TableName: "orders", Item: order("ann", 1, "secret") });
  items.putItem({ TableName: "orders", Item: order("zoë", 2, "secret") });
  return { storage, cipher };
}

describe("Encoded keys", () => {
  const agree = (left: AttributeValue, right: AttributeValue) => {
    const [one, two] = [encodeRange(left), encodeRange(right)];
    const order = one < two ? -1 : Number(one > two);
    expect(order).to.equal(Math.sign(compareValues(left, right) ?? Number.NaN));
  };

  it("of numbers sort as the numbers do", () => {
    fc.assert(
      fc.property(number, number, (left, right) => agree({ N: left }, { N: right })),
      { numRuns: 2_000 },
    );
    for (const [left, right] of [
      ["-1.2", "-1.23"],
      ["-10", "-9"],
      ["0", "-1E-130"],
      ["1E125", "9E124"],
      ["0.1", "0.11"],
    ]) {
      agree({ N: parseNumber(left ?? "") }, { N: parseNumber(right ?? "") });
    }
  });

  it("of strings sort as their bytes in UTF-8 do", () => {
    fc.assert(fc.property(text, text, (S, other) => agree({ S }, { S: other })));
  });

  it("of bytes sort as the bytes do", () => {
    fc.assert(fc.property(bytes, bytes, (B, other) => agree({ B }, { B: other })));
  });

  const table = { hash: { name: "h", type: "S" }, range: { name: "r", type: "N" } } as const;
  const item = (h: string, r: string, i?: string) => ({
    h: { S: h },
    r: { N: r },
    ...(i !== undefined && { i: { S: i } }),
  });

  it("keep the items of a partition together, in the order of their range keys", () => {
    const keys = [item("a", "2"), item("b", "1"), item("a", "10"), item("a", "-1")].map((one) =>
      tableSortKey(table, one),
    );
    const sorted = [...keys].sort(compareSortKeys);

    const ofA = sorted.filter(({ partition }) => partition === keys[0]?.partition);
    expect(ofA).to.deep.equal([keys[3], keys[0], keys[2]]);
    const places = ofA.map((key) => sorted.indexOf(key));
    expect(Math.max(...places) - Math.min(...places)).to.equal(2);
  });

  it("of an index tell items apart that have the same key there, and leave out those that have none", () => {
    const index = { hash: { name: "i", type: "S" } } as const;
    const [one, two] = [item("a", "1", "x"), item("a", "2", "x")].map((each) => indexSortKey(table, index, each));

    expect(one && two && compareSortKeys(one, two)).to.equal(-1);
    expect(indexSortKey(table, index, item("a", "1"))).to.equal(undefined);
  });
});
