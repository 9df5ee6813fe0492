import { expect } from "chai";

import { defaultKeyPolicy } from "../../../infra/policies/defaultKeyPolicy.ts";

describe("defaultKeyPolicy", () => {
  it("is the policy that KMS gives a key created without one, to the letter", () => {
    expect(JSON.stringify(defaultKeyPolicy("arn:aws:iam::111122223333:root"))).to.equal(
      '{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions",' +
        '"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}',
    );
  });
});
