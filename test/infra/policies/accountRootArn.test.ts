import { expect } from "chai";

import { accountRootArn } from "../../../infra/policies/accountRootArn.ts";

describe("accountRootArn", () => {
  it("names an account", () => expect(accountRootArn("111122223333")).to.equal("arn:aws:iam::111122223333:root"));

  it("names an account of another partition", () => {
    expect(accountRootArn("111122223333", "aws-cn")).to.equal("arn:aws-cn:iam::111122223333:root");
  });
});
