import { expect } from "chai";
import { decide } from "../../../emulator/authorization/decide.ts";
import { explain, explainKeyState } from "../../../emulator/authorization/explain.ts";
import { accessRequest, keyArn, principals } from "./accessRequests.ts";
import { allow, delegation, may } from "./describeDecisions.ts";

describe("an explanation", () => {
  it("writes operators as policies do", () => {
    const names = ["ForAllValues:StringLike", "ForAnyValue:StringLikeIfExists", "StringEqualsIfExists", "StringEquals"];
    const Condition = Object.fromEntries(names.map((name) => [name, { "aws:TagKeys": "a" }]));
    const { layers } = explain(accessRequest({ by: "alice", policy: [allow("All", "*", { Condition })] }));
    const written = layers.flatMap(({ statements }) => statements.flatMap(({ conditions }) => conditions));
    expect(written.map(({ operator }) => operator)).to.deep.equal(names);
  });

  it("says of the root user that no policy is needed", () => {
    const { sentence, layers } = explain(accessRequest({ by: "root", policyIsRequired: false }));
    expect(sentence).to.equal(
      `User: ${principals.root.arn} is authorized to perform: kms:Decrypt on resource: ${keyArn} as the root user of the account`,
    );
    expect(layers.find(({ layer }) => layer === "identity policy")).to.deep.equal({
      layer: "identity policy",
      says: "is absent",
      note: "The root user needs no identity policy.",
      statements: [],
    });
  });

  it("says that nobody has a grant, that none allows, and that one does", () => {
    const saying = (grants: readonly object[]) =>
      explain(accessRequest({ by: "root", policy: [delegation], grants })).layers.find(({ layer }) => layer === "grant")
        ?.says;
    expect(saying([])).to.equal("is absent");
    expect(saying([{ granteePrincipal: principals.alice.arn }])).to.equal("does not allow");
    expect(saying([{ granteePrincipal: principals.root.arn }])).to.equal("allows");
  });

  it("has no note where there is nothing particular", () => {
    const { layers } = explain(accessRequest({ by: "alice", policyIsRequired: false, identity: [may("All")] }));
    expect(layers.filter((layer) => "note" in layer)).to.deep.equal([]);
  });

  it("of a key's state proposes nothing", () => {
    const { result, layer, ...asked } = decide(accessRequest({ by: "alice", policy: [delegation] }));
    expect(explainKeyState({ ...asked, result, layer: "key state" })).to.deep.equal({
      decision: {
        result,
        layer: "key state",
        principal: principals.alice.arn,
        action: "kms:Decrypt",
        resource: keyArn,
      },
      sentence: `The state of the key ${keyArn} does not permit kms:Decrypt, whatever policies and grants say.`,
      layers: [],
      changes: [],
    });
    expect(layer).to.equal("identity policy");
  });
});
