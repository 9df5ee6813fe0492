import { expect } from "chai";
import fc from "fast-check";
import { decide } from "../../../../emulator/authorization/decide.ts";
import { explain } from "../../../../emulator/authorization/explain.ts";
import type { Change, ExplainedLayer, Explanation } from "../../../../emulator/authorization/explanation.ts";
import { anyRequest } from "../anyRequest.ts";
import { applyChanges } from "../applyChanges.ts";

const outer = ["resource control policy", "service control policy", "endpoint policy"];

/** What decided, as the explanation shows it: the effect of the statement, or of the grant. */
function decidingEffects({ decision, layers }: Explanation): string[] {
  const { statement, layer } = decision;
  return layers
    .filter((explained) => explained.layer === layer)
    .flatMap(({ statements, grants = [] }) => [
      ...statements.map((one) => ({ ...one, of: one.policy, by: one.statement })),
      ...grants.map((one) => ({ effect: "Allow", applies: one.allows, of: one.grantId, by: 0 })),
    ])
    .filter(({ applies, of, by }) => applies && of === statement?.policy && by === statement.statement)
    .map(({ effect }) => effect);
}

function saying(layers: readonly ExplainedLayer[], ...says: readonly string[]): string[] {
  return layers.filter((layer) => says.includes(layer.says)).map(({ layer }) => layer);
}

function expectConsistent(explained: Explanation): void {
  const { decision, layers } = explained;
  const { result, layer, statement } = decision;
  if (result === "ExplicitlyDenied") {
    expect(saying(layers, "denies")[0]).to.equal(layer);
    expect(decidingEffects(explained)).to.include("Deny");
    return;
  }
  expect(saying(layers, "denies")).to.deep.equal([]);
  if (result === "ImplicitlyDenied") {
    expect(statement).to.equal(undefined);
    expect(saying(layers, "does not allow", "is absent", "through the account")).to.include(layer);
    return;
  }
  const missing = saying(layers, "does not allow");
  expect(missing.filter((name) => outer.includes(name))).to.deep.equal([]);
  if (statement) {
    expect(saying(layers, "allows")).to.include(layer);
    expect(decidingEffects(explained)).to.include("Allow");
  }
}

/** Every choice of changes but all of them. */
function properSubsets(changes: readonly Change[]): Change[][] {
  const choices = changes.reduce<Change[][]>(
    (all, change) => [...all, ...all.map((choice) => [...choice, change])],
    [[]],
  );
  return choices.filter(({ length }) => length < changes.length);
}

describe("explaining a decision", () => {
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

  it("shows that what decided applies, and of every layer what fits the result", () => {
    fc.assert(
      fc.property(anyRequest, (request) => expectConsistent(explain(request))),
      { numRuns: 1_000 },
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

  it("proposes nothing for what is allowed, and for a denial changes that flip it, of which none can be left out", () => {
    let denials = 0;
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { decision, changes } = explain(request);
        const isDenied = decision.result !== "Allowed";
        if (isDenied) denials += 1;
        expect(changes.length > 0).to.equal(isDenied);
        expect(decide(applyChanges(request, changes)).result).to.equal("Allowed");
        for (const fewer of properSubsets(changes)) {
          expect(decide(applyChanges(request, fewer)).result).to.not.equal("Allowed");
        }
      }),
      { numRuns: 500 },
    );
    expect(denials).to.be.greaterThan(100);
  });
});
