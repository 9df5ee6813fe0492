import { expect } from "chai";
import { isUnknownService } from "../../runner/marks/isUnknownService.ts";

function answer(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error("an answer"), { name, $metadata: { httpStatusCode } });
}

const cases: readonly [string, unknown, boolean][] = [
  ["an operation that is not known", answer("UnknownOperationException", 400), true],
  ["a service that is not implemented", answer("InternalFailure", 501), true],
  ["a page that is not there", answer("Error", 404), true],
  ["a denial", answer("AccessDeniedException", 400), false],
  ["a throttled request", answer("ThrottlingException", 400), false],
  ["an internal failure", answer("InternalFailure", 500), false],
  ["a lost connection", Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }), false],
];

describe("the tagging API", () => {
  for (const [what, error, isMissing] of cases) {
    it(`${isMissing ? "is missing" : "is there"} after ${what}`, () => {
      expect(isUnknownService(error)).to.equal(isMissing);
    });
  }
});
