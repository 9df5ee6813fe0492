import { expect } from "chai";

import { PasswordPolicy } from "../../infra/passwordPolicy.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const args = { minimumPasswordLength: 14, allowUsersToChangePassword: true };

describe("PasswordPolicy", () => {
  it("sets the policy of the account, with characters of every kind", async () => {
    const { resources, components, result } = await deploy(() => new PasswordPolicy("policy", args));
    expect(resources).to.deep.equal({
      "iam/accountPasswordPolicy:AccountPasswordPolicy policy": {
        minimumPasswordLength: 14,
        allowUsersToChangePassword: true,
        requireLowercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercaseCharacters: true,
      },
    });
    expect(components).to.deep.equal(["keylab:infra:PasswordPolicy policy"]);
    expect(await valueOf(result.outputs)).to.deep.equal({ minimumPasswordLength: 14 });
  });

  it("creates nothing with a wrong argument, and says so", async () => {
    const says = await refusalOf(() => new PasswordPolicy("policy", { ...args, minimumPasswordLength: 5 }));
    expect(says).to.equal(
      'PasswordPolicy "policy": minimumPasswordLength is 5; allowed is a whole number from 6 to 128.',
    );
  });
});
