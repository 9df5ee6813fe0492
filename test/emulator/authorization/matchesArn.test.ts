import { expect } from "chai";
import { matchesArn } from "../../../emulator/authorization/matchesArn.ts";

const secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:a-b";

const cases: readonly (readonly [string, string, string, boolean])[] = [
  ["matches itself", secret, secret, true],
  ["may have stars in any part", "*:*:*:*:*:*", secret, true],
  ["holds further colons in its last part", "arn:aws:secretsmanager:*:*:secret:*", secret, true],
  ["compares what follows further colons", "arn:aws:secretsmanager:*:*:secret:c*", secret, false],
  ["keeps the colons of the last part", "arn:aws:secretsmanager:*:*:secreta-b", secret, false],
  ["does not reach over a colon", "arn:aws:*:111122223333:secret:a-b", secret, false],
  ["is not reached over a colon at the end", "arn:aws:secretsmanager:*:secret:a-b:", secret, false],
  ["may be about no ARN", "ar*", "arn", true],
  ["does not reach over a colon with six parts", "a:*:c:d:e:f", "a:x:y:c:d:e:f", false],
];

describe("a pattern of an ARN", () => {
  for (const [name, pattern, arn, matches] of cases) {
    it(`${name}: ${pattern}`, () => {
      expect(matchesArn(pattern, arn)).to.equal(matches);
    });
  }
});
