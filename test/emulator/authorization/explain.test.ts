import { expect } from "chai";
import fc from "fast-check";
import { decide } from "../../../emulator/authorization/decide.ts";
import { explain } from "../../../emulator/authorization/explain.ts";
import type { AccessRequest } from "../../../emulator/authorization/accessRequest.ts";
import { expectGolden } from "../../reporters/golden.ts";
import { applyChanges } from "./applyChanges.ts";
import { explainedCases } from "./explainedCases.ts";
import { anyRequest } from "./anyRequest.ts";

describe("explaining a decision", () => {
  for (const { name, file, request } of explainedCases) {
    it(name, () => {
      expectGolden(`explanations/${file}.json`, `${JSON.stringify(explain(request), undefined, 2)}\n`);
    });
  }

  it("never says anything else than the decision", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { principal, ...decision } = decide(request);
        const explained = explain(request);
        const expected: unknown = JSON.parse(JSON.stringify({ ...decision, principal: principal.arn }));
        expect(JSON.parse(JSON.stringify(explained.decision))).to.deep.equal(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("says of each statement what its questions say, and of each layer what its statements say", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { statements, says, layer } of explain(request).layers) {
          for (const { applies, principal, action, resource, conditions } of statements) {
            const all = [action.matched, resource.matched, ...conditions.map(({ met }) => met)];
            expect(applies).to.equal(principal !== "not at all" && all.every(Boolean));
          }
          const denies = statements.some(({ effect, applies }) => effect === "Deny" && applies);
          expect(says === "denies", layer).to.equal(denies);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("proposes nothing for what is allowed, and for a denial changes that flip it", () => {
    let denials = 0;
    const flips = (request: AccessRequest) => {
      const { decision, changes } = explain(request);
      const isDenied = decision.result !== "Allowed";
      if (isDenied) denials += 1;
      expect(changes.length > 0).to.equal(isDenied);
      expect(decide(applyChanges(request, changes)).result).to.equal("Allowed");
    };
    fc.assert(fc.property(anyRequest, flips), { numRuns: 500 });
    expect(denials).to.be.greaterThan(100);
  });

  it("proposes no change that could be left out", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { changes } = explain(request);
        for (const left of changes.keys()) {
          const others = changes.filter((_, index) => index !== left);
          expect(decide(applyChanges(request, others)).result).not.to.equal("Allowed");
        }
      }),
      { numRuns: 300 },
    );
  });
});
