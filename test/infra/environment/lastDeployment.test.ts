import { expect } from "chai";

import { lastDeployment } from "../../../infra/environment/lastDeployment.ts";
import { deploy } from "../support.ts";

describe("lastDeployment", () => {
  it("asks the engine about its own stack, and hands over what belongs to workshops", async () => {
    const { result, calls } = await deploy(lastDeployment);
    expect(result).to.deep.equal([
      { type: "aws:dynamodb/table:Table", name: "workshop-orders", outputs: { name: "orders" } },
    ]);
    expect(calls).to.deep.equal([["readStackResourceOutputs", { stackName: "organization/keylab/test" }]]);
  });
});
