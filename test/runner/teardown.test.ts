import { expect } from "chai";
import { UserError } from "../../errors/userError.ts";
import { Teardown } from "../../runner/teardown.ts";

describe("Teardown", () => {
  it("undoes the steps in reverse order, all of them, and says what failed", async () => {
    const undone: string[] = [];
    const teardown = new Teardown();
    teardown.add("closing", async () => void undone.push("closing"));
    teardown.add(
      "destroying",
      async () => {
        undone.push("destroying");
        throw new UserError("the table is in use", "Wait.");
      },
      "destruction",
    );
    teardown.add("deleting", async () => void undone.push("deleting"));
    expect(await teardown.run()).to.deep.equal([
      { stage: "destruction", message: "destroying failed: the table is in use", nextStep: "Wait." },
    ]);
    expect(undone).to.deep.equal(["deleting", "destroying", "closing"]);
  });

  it("undoes nothing twice", async () => {
    const undone: string[] = [];
    const teardown = new Teardown();
    teardown.add("closing", async () => void undone.push("closing"));
    await teardown.run();
    expect(await teardown.run()).to.deep.equal([]);
    expect(undone).to.deep.equal(["closing"]);
  });
});
