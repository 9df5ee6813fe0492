import { expect } from "chai";
import { isItem, keyText, readItem, writeItem } from "../../../provider/aws/items.ts";

const text = JSON.stringify({
  id: { S: "1" },
  n: { N: "2" },
  b: { B: "AQI=" },
  bs: { BS: ["AQI=", "Aw=="] },
  m: { M: { l: { L: [{ B: "AQI=" }, { NULL: true }, { BOOL: false }] } } },
  ss: { SS: ["a"] },
});

describe("an item in DynamoDB's JSON", () => {
  it("comes back as it was written, binary values included", () => {
    expect(writeItem(readItem(text))).to.equal(text);
    expect(readItem(text).b).to.deep.equal({ B: Buffer.from([1, 2]) });
  });

  const refused: [string, string][] = [
    ["text that is not JSON", "{"],
    ["plain JSON", '{"id": "1"}'],
    ["an unknown type", '{"id": {"X": "1"}}'],
    ["two types at once", '{"id": {"S": "1", "N": "1"}}'],
    ["a number that is not a text", '{"id": {"N": 1}}'],
    ["binary that is not base64", '{"id": {"B": "?"}}'],
  ];
  for (const [what, given] of refused) {
    it(`is not ${what}`, () => expect(isItem(given)).to.equal(false));
  }

  it("has keys that are told as text", () => {
    const { id, n, b } = readItem(text);
    expect([id, n, b].map((value) => value && keyText(value))).to.deep.equal(["1", "2", "AQI="]);
  });
});
