import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { FurtherAccessKey, type FurtherAccessKeyArgs } from "../../infra/furtherAccessKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { deploy, valueOf } from "./support.ts";

const deployKey = (args: Omit<FurtherAccessKeyArgs, "user"> = {}) =>
  deploy(() => new FurtherAccessKey("oldKey", { user: new UnprivilegedUser("user", { userName: "Ada" }), ...args }));

describe("FurtherAccessKey", () => {
  it("is a key of the user beside the user's own", async () => {
    const { resources, components, result } = await deployKey();
    expect(resources).to.deep.equal({
      "iam/user:User user": { name: "Ada", forceDestroy: true },
      "iam/accessKey:AccessKey user-access-key": { user: "Ada" },
      "iam/accessKey:AccessKey oldKey": { user: "Ada" },
    });
    expect(components).to.deep.equal(["keylab:infra:FurtherAccessKey oldKey", "keylab:infra:UnprivilegedUser user"]);
    expect(await valueOf(result.accessKeyId)).to.equal("id of oldKey");
    expect(await valueOf(result.outputs)).to.include({ userName: "Ada", accessKeyId: "id of oldKey" });
    expect(await pulumi.isSecret(result.secretAccessKey)).to.equal(true);
  });

  it("is inactive if it shall be", async () => {
    const { resources } = await deployKey({ status: "Inactive" });
    expect(resources["iam/accessKey:AccessKey oldKey"]).to.deep.equal({ user: "Ada", status: "Inactive" });
  });
});
