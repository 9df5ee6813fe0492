import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { refusal } from "../../infra/refusal.ts";

describe("refusal", () => {
  it("is an error that the engine prints as a sentence", () => {
    expect(pulumi.RunError.isInstance(refusal("No."))).to.equal(true);
    expect(refusal("No.").message).to.equal("No.");
  });

  it("has no stack frames, over which Node.js 20 would take seconds", () => {
    expect(refusal("No.").stack).to.equal("No.");
  });
});
