import { expect } from "chai";
import { principalResolver } from "../../../emulator/authorization/principalResolver.ts";
import { Instance } from "../../../emulator/instance.ts";
import { account, otherAccount } from "./accessRequests.ts";

describe("the unique id of a principal", () => {
  it("is asked of the account that the ARN names", () => {
    const instance = new Instance("test");
    const asked: string[] = [];
    const { iam } = instance.account(account);
    iam.uniqueIdOf = (arn) => {
      asked.push(arn);
      return "AIDAALICE";
    };
    const resolve = principalResolver(instance);
    const alice = `arn:aws:iam::${account}:user/Alice`;
    expect(resolve(alice)).to.equal("AIDAALICE");
    for (const arn of [
      `arn:aws:iam::${otherAccount}:user/Alice`,
      `arn:aws:iam::1:user/Alice`,
      `x${alice}`,
      `arn:aws:sts::${account}:assumed-role/reader/tests`,
    ]) {
      expect(resolve(arn), arn).to.equal(undefined);
    }
    expect(asked).to.deep.equal([alice]);
  });
});
