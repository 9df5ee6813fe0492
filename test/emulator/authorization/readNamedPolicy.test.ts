import { expect } from "chai";
import { PolicyError } from "../../../emulator/authorization/policy.ts";
import { readNamedPolicy } from "../../../emulator/authorization/readNamedPolicy.ts";
import { thrownBy } from "../../support/thrownBy.ts";

const written = (Effect: string) => JSON.stringify({ Statement: { Effect, Action: "*", Resource: "*" } });

describe("a policy with a name", () => {
  it("is read as any other", () => {
    const { name, policy } = readNamedPolicy("scp", written("Deny"), "service control policy");
    expect([name, policy.kind, policy.text]).to.deep.equal(["scp", "service control policy", written("Deny")]);
  });

  it("is named in what is wrong with it", () => {
    const error = thrownBy(() => readNamedPolicy("scp", "{", "service control policy"), PolicyError);
    expect([error.name, error.reason, error.message]).to.deep.equal([
      "PolicyError",
      "json",
      "scp: The policy is not valid JSON.",
    ]);
  });
});
