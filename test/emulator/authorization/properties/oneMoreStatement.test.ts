import { expect } from "chai";
import fc from "fast-check";
import { decide } from "../../../../emulator/authorization/decide.ts";
import { anyRequest, anyStatement } from "../anyRequest.ts";
import { editableLayers, mapStatements, withStatement, type EditableLayer } from "../editableLayers.ts";

/** A request, and a statement that a layer of it could have. */
function requestAndStatement(layer: EditableLayer, effect: "Allow" | "Deny") {
  return anyRequest.chain((request) => fc.tuple(fc.constant(request), anyStatement(layer.kind(request), effect)));
}

describe("whatever is asked, the engine", () => {
  for (const layer of editableLayers) {
    it(`allows nobody more because of one more Deny in ${layer.name}, and some less`, () => {
      let newlyDenied = 0;
      fc.assert(
        fc.property(requestAndStatement(layer, "Deny"), ([request, statement]) => {
          const before = decide(request).result;
          const after = decide(withStatement(request, layer, statement)).result;
          if (before !== "Allowed") expect(after).to.not.equal("Allowed");
          if (before === "ExplicitlyDenied") expect(after).to.equal("ExplicitlyDenied");
          if (before === "Allowed" && after !== "Allowed") newlyDenied += 1;
        }),
        { numRuns: 500 },
      );
      expect(newlyDenied).to.be.greaterThan(0);
    });

    it(`denies nobody because of one more Allow in ${layer.name}`, () => {
      fc.assert(
        fc.property(requestAndStatement(layer, "Allow"), ([request, statement]) => {
          // A limit that was not there before is more than one statement.
          fc.pre(layer.read(request) !== undefined);
          const before = decide(request).result;
          const after = decide(withStatement(request, layer, statement)).result;
          if (before === "ImplicitlyDenied") expect(after).to.not.equal("ExplicitlyDenied");
          else expect(after).to.equal(before);
        }),
      );
    });
  }

  it("allows nobody but the root user, and not on keys and roles, once every Allow and every grant is gone", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { resource, ...rest } = mapStatements(request, (all) => all.filter(({ effect }) => effect === "Deny"));
        const bare = { ...rest, controls: undefined, endpointPolicy: undefined, resource: { ...resource, grants: [] } };
        const { principal } = request;
        const isFreeRoot =
          principal.kind === "root" && principal.accountId === resource.accountId && !resource.policyIsRequired;
        if (!isFreeRoot) expect(decide(bare).result).to.not.equal("Allowed");
      }),
      { numRuns: 500 },
    );
  });
});
