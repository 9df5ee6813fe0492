import { parseExpressions } from "../../../../../emulator/services/dynamodb/expressions/requestExpressions.ts";
import type { AttributeValue, Item } from "../../../../../emulator/services/dynamodb/values/attributeValue.ts";

/** An item with attributes of every type. */
export const item: Item = {
  id: { S: "1" },
  color: { S: "red" },
  visits: { N: "10" },
  photo: { B: Buffer.from([1, 2, 3]) },
  lit: { BOOL: true },
  nothing: { NULL: true },
  tags: { SS: ["a", "b"] },
  primes: { NS: ["2", "3"] },
  blobs: { BS: [Buffer.from([7])] },
  stack: { L: [{ S: "x" }, { M: { deep: { N: "1" } } }, { L: [{ S: "x" }] }] },
  address: { M: { street: { S: "Main" }, "a.b": { S: "dot" } } },
  ["__proto__"]: { S: "own" },
};

const values: Readonly<Record<string, AttributeValue>> = {
  ":red": { S: "red" },
  ":r": { S: "r" },
  ":blue": { S: "blue" },
  ":ten": { N: "10" },
  ":2": { N: "2" },
  ":99": { N: "99" },
  ":true": { BOOL: true },
  ":null": { NULL: true },
  ":bytes": { B: Buffer.from([1, 2]) },
  ":seven": { B: Buffer.from([7]) },
  ":tags": { SS: ["b", "a"] },
  ":a": { S: "a" },
  ":x": { S: "x" },
  ":list": { L: [{ S: "x" }] },
  ":map": { M: { street: { S: "Main" }, "a.b": { S: "dot" } } },
  ":type": { S: "N" },
  ":SS": { S: "SS" },
};
const names: Readonly<Record<string, string>> = {
  "#dot": "a.b",
  "#size": "size",
  "#proto": "__proto__",
  "#c": "color",
};

/** Only the placeholders that an expression has. */
function placeholders<Value>(of: Readonly<Record<string, Value>>, expression: string, sign: string) {
  const used = Object.entries(of).filter(([key]) => expression.match(new RegExp(`${sign}\\w+`, "g"))?.includes(key));
  return used.length > 0 ? Object.fromEntries(used) : undefined;
}

/** Parses a condition with the placeholders that it has. */
export const conditionOf = (expression: string) => {
  const { condition } = parseExpressions({
    ConditionExpression: expression,
    ExpressionAttributeNames: placeholders(names, expression, "#"),
    ExpressionAttributeValues: placeholders(values, expression, ":"),
  });
  if (!condition) throw new Error("There is no condition.");
  return condition;
};
