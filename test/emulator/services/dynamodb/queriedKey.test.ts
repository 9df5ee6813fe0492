import { expect } from "chai";
import { queriedKey } from "../../../../emulator/services/dynamodb/queriedKey.ts";

const ExpressionAttributeNames = { "#n": "name" };
const ExpressionAttributeValues = { ":v": { S: "Ann" }, ":w": { S: "Bob" } };
const ann = { S: "Ann" };

describe("the key that a query asks for", () => {
  const cases: readonly { readonly expression: string; readonly value: object | undefined }[] = [
    { expression: "name = :v", value: undefined },
    { expression: "#n=:v", value: ann },
    { expression: ":v = #n", value: ann },
    { expression: "(#n) = (:v)", value: ann },
    { expression: "((#n = :v) AND id > :w)", value: ann },
    { expression: "id = :w AND #n = :v", value: ann },
    { expression: "id = :w", value: undefined },
    { expression: "#n < :v", value: undefined },
    { expression: "#n = :v OR #n = :w", value: undefined },
    { expression: "surname = :v", value: undefined },
    { expression: "#n =", value: undefined },
    { expression: "", value: undefined },
  ];
  for (const { expression, value } of cases) {
    it(`by '${expression}' is ${value ? "Ann" : "none"}`, () => {
      const request = { KeyConditionExpression: expression, ExpressionAttributeNames, ExpressionAttributeValues };

      expect(queriedKey(request, "name")).to.deep.equal(value);
    });
  }
});
