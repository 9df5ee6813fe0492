import { expect } from "chai";

import { inSecondAccount } from "../../infra/inSecondAccount.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { deploy, secretInput } from "./support.ts";

const administrator = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "hush" };
const second = { accountId: "444455556666", region: "us-east-1", administrator };

describe("What is in a second account", () => {
  it("is deployed by a provider that acts as the administrator there, whose access key is a secret", async () => {
    const { resources } = await deploy(
      () => new UnprivilegedUser("user", { userName: "Ada" }, inSecondAccount(second)),
    );
    expect(resources["pulumi:providers:aws second-account"]).to.deep.include({
      region: "us-east-1",
      accessKey: secretInput("AKIAEXAMPLE"),
      secretKey: secretInput("hush"),
    });
    expect(resources).to.include.keys("iam/user:User user", "iam/accessKey:AccessKey user-access-key");
  });
});
