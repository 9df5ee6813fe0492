import { expect } from "chai";
import { freezeLease } from "../../../sandboxes/terms/changeLease.ts";
import { testClass, type TestClass } from "../handover/testClass.ts";

describe("freezing a sandbox", () => {
  let autumn: TestClass;

  // Nothing of it was deployed: there is no boundary that could deny anything.
  before(async () => {
    autumn = await testClass([{ id: "ada", state: "active" }]);
  });
  after(async () => autumn.close());

  it("does not say that it is frozen where AWS has refused, so that it is tried again", async () => {
    const refused = await freezeLease("ada", "it has 2 tables, and may have 1", autumn).catch(
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(Error).with.property("name", "EngineError");
    expect(autumn.folder.leases.get("ada").state).to.equal("active");
  });
});
