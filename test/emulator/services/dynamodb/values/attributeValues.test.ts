import { expect } from "chai";
import fc from "fast-check";
import type { AttributeValue } from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";
import { compareValues, equalValues } from "../../../../../emulator/services/dynamodb/values/compareValues.ts";
import { itemSize } from "../../../../../emulator/services/dynamodb/values/itemSize.ts";
import { calculate, compareNumbers, parseNumber } from "../../../../../emulator/services/dynamodb/values/number.ts";
import {
  parseAttributeValue,
  type RawValue,
} from "../../../../../emulator/services/dynamodb/values/parseAttributeValue.ts";
import { errorOf } from "../itemStorageFixtures.ts";

const digits = "12345678901234567890123456789012345678";

describe("A number", () => {
  const kept: readonly (readonly [given: string, stored: string])[] = [
    ["0", "0"],
    ["-0", "0"],
    ["0.00", "0"],
    ["1", "1"],
    ["-42", "-42"],
    ["0042.1200", "42.12"],
    ["1E3", "1000"],
    ["1.5e-3", "0.0015"],
    ["-.5", "-0.5"],
    [digits, digits],
    [`0.${digits}`, `0.${digits}`],
    ["1E125", `1${"0".repeat(125)}`],
    ["1E-130", `0.${"0".repeat(129)}1`],
    ["12300000000000000", "12300000000000000"],
  ];
  for (const [given, stored] of kept) {
    it(`${given} is kept as ${stored.length > 50 ? "plain digits" : stored}`, () => {
      expect(parseNumber(given)).to.equal(stored);
    });
  }

  const refused: readonly (readonly [given: string, message: string])[] = [
    ["", "The parameter cannot be converted to a numeric value"],
    ["one", "The parameter cannot be converted to a numeric value: one"],
    ["1,5", "The parameter cannot be converted to a numeric value: 1,5"],
    ["NaN", "The parameter cannot be converted to a numeric value: NaN"],
    ["0x10", "The parameter cannot be converted to a numeric value: 0x10"],
    ["1E126", "Number overflow. Attempting to store a number with magnitude larger than supported range"],
    ["-1E126", "Number overflow. Attempting to store a number with magnitude larger than supported range"],
    ["1E-131", "Number underflow. Attempting to store a number with magnitude smaller than supported range"],
    [`${digits}9`, "Attempting to store more than 38 significant digits in a Number"],
  ];
  for (const [given, message] of refused) {
    it(`${given || "(empty)"} is refused`, () => {
      expect(errorOf(() => parseNumber(given))).to.deep.equal({ code: "ValidationException", message, status: 400 });
    });
  }

  it("is added and subtracted exactly", () => {
    expect(calculate("0.1", "+", "0.2")).to.equal("0.3");
    expect(calculate(digits, "-", "1")).to.equal("12345678901234567890123456789012345677");
    expect(calculate("5", "-", "5")).to.equal("0");
    expect(errorOf(() => calculate(digits, "+", "0.5")).message).to.equal(
      "Attempting to store more than 38 significant digits in a Number",
    );
  });

  it("comes back to itself when another is added and taken away", () => {
    const integer = fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }).map(String);
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        expect(calculate(calculate(a, "+", b), "-", b)).to.equal(a);
        expect(compareNumbers(a, b)).to.equal(BigInt(a) < BigInt(b) ? -1 : Number(BigInt(a) > BigInt(b)));
      }),
    );
  });
});

describe("A value is refused", () => {
  const deep = (levels: number): RawValue => (levels === 0 ? { S: "x" } : { L: [deep(levels - 1)] });
  const cases: readonly { readonly title: string; readonly raw: RawValue; readonly message: string }[] = [
    {
      title: "without a type",
      raw: {},
      message: "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
    },
    {
      title: "of two types",
      raw: { S: "1", N: "1" },
      message:
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
    },
    {
      title: "as a set of strings without any",
      raw: { SS: [] },
      message: "One or more parameter values were invalid: An string set  may not be empty",
    },
    {
      title: "as a set of numbers without any, inside a map",
      raw: { M: { a: { NS: [] } } },
      message: "One or more parameter values were invalid: An number set  may not be empty",
    },
    {
      title: "as a set of bytes without any, inside a list",
      raw: { L: [{ BS: [] }] },
      message: "One or more parameter values were invalid: Binary sets should not be empty",
    },
    {
      title: "as a set with a string twice",
      raw: { SS: ["a", "b", "a"] },
      message: "One or more parameter values were invalid: Input collection [a, b, a] contains duplicates.",
    },
    {
      title: "as a set with a number twice",
      raw: { NS: ["1", "1.0"] },
      message: "Input collection contains duplicates",
    },
    {
      title: "as a set with the same bytes twice",
      raw: { BS: [Buffer.from("a"), Buffer.from("a")] },
      message:
        "One or more parameter values were invalid: Input collection [YQ==, YQ==]of type BS contains duplicates.",
    },
    {
      title: "nested in 32 others",
      raw: deep(32),
      message:
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
    },
  ];
  for (const { title, raw, message } of cases) {
    it(title, () => {
      expect(errorOf(() => parseAttributeValue(raw)).message).to.equal(message);
    });
  }

  it("but not nested in 31 others, empty, or as a null that says no", () => {
    expect(parseAttributeValue(deep(31))).to.deep.equal(deep(31));
    expect(parseAttributeValue({ S: "" })).to.deep.equal({ S: "" });
    expect(parseAttributeValue({ NULL: false })).to.deep.equal({ NULL: true });
  });
});

describe("Values", () => {
  const equal: readonly (readonly [left: AttributeValue, right: AttributeValue, areEqual: boolean])[] = [
    [{ S: "1" }, { S: "1" }, true],
    [{ S: "1" }, { N: "1" }, false],
    [{ B: Buffer.from([1]) }, { B: new Uint8Array([1]) }, true],
    [{ BOOL: true }, { BOOL: false }, false],
    [{ NULL: true }, { NULL: true }, true],
    [{ SS: ["a", "b"] }, { SS: ["b", "a"] }, true],
    [{ SS: ["a", "b"] }, { SS: ["a"] }, false],
    [{ NS: ["1"] }, { NS: ["1"] }, true],
    [{ BS: [Buffer.from([1]), Buffer.from([2])] }, { BS: [Buffer.from([2]), Buffer.from([1])] }, true],
    [{ L: [{ S: "a" }, { S: "b" }] }, { L: [{ S: "b" }, { S: "a" }] }, false],
    [{ L: [{ L: [{ S: "a" }] }] }, { L: [{ L: [{ S: "a" }] }] }, true],
    [{ M: { a: { S: "1" }, b: { S: "2" } } }, { M: { b: { S: "2" }, a: { S: "1" } } }, true],
    [{ M: { a: { S: "1" } } }, { M: { a: { S: "2" } } }, false],
    [{ M: { a: { S: "1" } } }, { M: { b: { S: "1" } } }, false],
  ];
  for (const [left, right, areEqual] of equal) {
    it(`${JSON.stringify(left)} and ${JSON.stringify(right)} are ${areEqual ? "the same" : "different"}`, () => {
      expect(equalValues(left, right)).to.equal(areEqual);
      expect(equalValues(right, left)).to.equal(areEqual);
    });
  }

  it("are ordered by number, by the bytes of UTF-8 and by bytes", () => {
    expect(compareValues({ N: "9" }, { N: "10" })).to.be.lessThan(0);
    // In UTF-16, as JavaScript compares, the emoji would come first.
    expect(compareValues({ S: "😀" }, { S: "\uffee" })).to.be.greaterThan(0);
    expect(compareValues({ B: Buffer.from([255]) }, { B: Buffer.from([1, 2]) })).to.be.greaterThan(0);
    expect(compareValues({ S: "1" }, { N: "1" })).to.equal(undefined);
    expect(compareValues({ BOOL: true }, { BOOL: false })).to.equal(undefined);
  });
});

describe("The size of an item", () => {
  /** Source of the sizes of numbers: recordings of the project dynamodb-conformance. */
  const sizes: readonly (readonly [value: AttributeValue, bytes: number])[] = [
    [{ S: "" }, 0],
    [{ S: "zoë" }, 4],
    [{ B: Buffer.from([1, 2, 3]) }, 3],
    [{ BOOL: false }, 1],
    [{ NULL: true }, 1],
    [{ N: "0" }, 1],
    [{ N: "1" }, 2],
    [{ N: "123456" }, 4],
    [{ N: "3.14159" }, 5],
    [{ N: "-1" }, 3],
    [{ N: `1${"0".repeat(125)}` }, 2],
    [{ SS: ["a", "bc"] }, 3],
    [{ NS: ["1", "22"] }, 4],
    [{ BS: [Buffer.from([1])] }, 1],
    [{ L: [] }, 3],
    [{ L: [{ S: "a" }, { S: "b" }] }, 7],
    [{ M: {} }, 3],
    [{ M: { key: { S: "a" } } }, 8],
  ];
  for (const [value, bytes] of sizes) {
    it(`counts ${bytes} for ${JSON.stringify(value).slice(0, 40)}, and its name`, () => {
      expect(itemSize({ name: value })).to.equal("name".length + bytes);
    });
  }
});
