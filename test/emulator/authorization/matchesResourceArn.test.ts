import { expect } from "chai";
import { matchesResourceArn } from "../../../emulator/authorization/matchesResourceArn.ts";

const log = "arn:aws:logs:us-east-1:111122223333:log-group:app";

const cases: readonly (readonly [string, string, string, boolean])[] = [
  ["a star that ends a part stands for that part", "arn:aws:logs:*:111122223333:log-group:app", log, true],
  ["and for further parts", "arn:aws:logs:*:log-group:app", log, true],
  ["with a beginning", "arn:aws:logs:us-*:log-group:app", log, true],
  ["but with the right beginning alone", "arn:aws:logs:eu-*:log-group:app", log, false],
  ["a star inside a part stays in it", "arn:aws:logs:us-*1:log-group:app", log, false],
  ["a question mark stays in its part", "arn:aws:logs:us-east-?:log-group:app", log, false],
  ["two stars may both stand for further parts", "arn:*:us-east-1:*:log-group:app", log, true],
  ["what follows a star may come late", "arn:*:b:c:d:e:f", "arn:x:b:x:b:c:d:e:f", true],
  ["what follows a star must come", "arn:*:b:c:d:e:g", "arn:x:b:x:b:c:d:e:f", false],
  ["a star may stand for an empty part", "arn:aws:s3:*:*:b", "arn:aws:s3:::b", true],
  ["something is left for the last part", "*:*:*:*:*:*", "a:b:c:d:e", false],
];

describe("a pattern of Resource", () => {
  for (const [name, pattern, arn, matches] of cases) {
    it(`${name}: ${pattern}`, () => {
      expect(matchesResourceArn(pattern, arn)).to.equal(matches);
    });
  }

  it("takes no time that matters for a hostile name", () => {
    const started = performance.now();
    expect(matchesResourceArn("*:*:*:*:*:b", `arn:aws:s3:::${"a:".repeat(1000)}`)).to.equal(false);
    expect(performance.now() - started).to.be.below(1000);
  });
});
