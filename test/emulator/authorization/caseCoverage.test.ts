import { expect } from "chai";
import type { AccessRequest } from "../../../emulator/authorization/accessRequest.ts";
import { conditionOperators } from "../../../emulator/authorization/conditions/conditionOperators.ts";
import { layers, type Layer } from "../../../emulator/authorization/layer.ts";
import type { Statement } from "../../../emulator/authorization/policy.ts";
import type { ExpectedDecision } from "./accessCase.ts";
import { readCaseFiles } from "./readCaseFiles.ts";
import { requestOfCase } from "./requestOfCase.ts";

const fewest = 500;

/** What a statement has of a policy's elements. */
const elements: Readonly<Record<string, (statement: Statement) => boolean>> = {
  Action: ({ actions }) => !actions.negated && actions.patterns.length > 0,
  NotAction: ({ actions }) => actions.negated,
  Resource: ({ resources }) => !resources.negated && resources.patterns.length > 0,
  NotResource: ({ resources }) => resources.negated,
  Principal: ({ principals, principalsAreExcluded }) => principals.length > 0 && !principalsAreExcluded,
  NotPrincipal: ({ principalsAreExcluded }) => principalsAreExcluded,
  Condition: ({ conditions }) => conditions.length > 0,
};

/** The layers that only limit what others allow. */
const onlyLimits: ReadonlySet<Layer> = new Set([
  "resource control policy",
  "service control policy",
  "boundary",
  "session policy",
  "endpoint policy",
]);

/** A case that is decided, with the statements of all its policies; those whose policy is refused are left out. */
interface StatedCase {
  readonly expected: ExpectedDecision;
  readonly statements: readonly Statement[];
}

const cases: readonly StatedCase[] = readCaseFiles().flatMap(({ file }) =>
  file.cases.flatMap((one) =>
    "result" in one.expect ? [{ expected: one.expect, statements: statementsOf(requestOfCase(file, one)) }] : [],
  ),
);

describe("the cases of the engine", () => {
  it(`are at least ${fewest}`, () => expect(cases.length).to.be.at.least(fewest));

  for (const name of conditionOperators.keys()) {
    it(`ask the operator ${name} where access is allowed and where it is not`, () => {
      expectBoth(({ conditions }) => conditions.some(({ operator }) => operator.name === name));
    });
  }

  for (const [name, isThere] of Object.entries(elements)) {
    it(`ask the element ${name} where access is allowed and where it is not`, () => expectBoth(isThere));
  }

  // A key's state is looked at after the engine has decided.
  for (const layer of layers.filter((name) => name !== "key state")) {
    // A grant only allows.
    if (layer !== "grant")
      it(`are denied by the ${layer} at least once`, () => expect(decidedBy(layer)).to.include(false));
    if (!onlyLimits.has(layer)) {
      it(`are allowed by the ${layer} at least once`, () => expect(decidedBy(layer)).to.include(true));
    }
  }
});

/** There must be a case that is allowed, and one that is not, with such a statement. */
function expectBoth(isAsked: (statement: Statement) => boolean): void {
  const asking = cases.filter(({ statements }) => statements.some(isAsked));
  expect(asking.map(isAllowed)).to.include.members([true, false]);
}

/** For each case that a layer decides, whether it is allowed. */
function decidedBy(layer: Layer): boolean[] {
  return cases.filter(({ expected }) => expected.layer === layer).map(isAllowed);
}

function isAllowed({ expected }: StatedCase): boolean {
  return expected.result === "Allowed";
}

function statementsOf({ resource, policies, controls, endpointPolicy }: AccessRequest): Statement[] {
  const named = [
    ...(resource.policy ? [resource.policy] : []),
    ...policies.identity,
    ...(policies.boundary ? [policies.boundary] : []),
    ...(policies.session ?? []),
    ...[...(controls?.service ?? []), ...(controls?.resource ?? [])].flat(),
    ...(endpointPolicy ? [endpointPolicy] : []),
  ];
  return named.flatMap(({ policy }) => policy.statements);
}
