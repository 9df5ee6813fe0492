import { expect } from "chai";
import fc from "fast-check";
import { decide } from "../../../../emulator/authorization/decide.ts";
import { Policy, parsePolicy } from "../../../../emulator/authorization/policy.ts";
import type { AccessRequest, NamedPolicy } from "../../../../emulator/authorization/accessRequest.ts";
import { anyRequest } from "../anyRequest.ts";
import { uniqueIdOf } from "../accessRequests.ts";
import { mapPolicies, mapStatements } from "../editableLayers.ts";

function answer(request: AccessRequest) {
  const { result, layer } = decide(request);
  return { result, layer };
}

/** Reads every policy of a request anew, from another text of the same meaning. */
function rewritten(request: AccessRequest, rewrite: (text: string) => string): AccessRequest {
  return mapPolicies(request, ({ name, policy }) => ({
    name,
    policy: parsePolicy(rewrite(policy.text), policy.kind, uniqueIdOf),
  }));
}

/** Turns every list of a document around, however deep. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).toReversed();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, turned(part)])
      .toReversed(),
  );
}

/** The names of actions in another case. */
function shouted(name: string, value: unknown): unknown {
  if (name !== "Action" && name !== "NotAction") return value;
  return (Array.isArray(value) ? value : [value]).map((action) => String(action).toUpperCase());
}

const rotated = ({ name, policy }: NamedPolicy): NamedPolicy => {
  const [first, ...rest] = policy.statements;
  return { name, policy: new Policy(policy.kind, policy.text, first ? [...rest, first] : []) };
};

/** What may be done to a request without any consequence. */
const immaterial: Readonly<Record<string, (request: AccessRequest) => AccessRequest>> = {
  "the order of statements is turned around": (request) =>
    mapStatements(request, (statements) => statements.toReversed()),
  "the first statement goes to the end": (request) => mapPolicies(request, rotated),
  "the order of the policies of a layer is turned around": (request) =>
    mapPolicies(
      request,
      (policy) => policy,
      (policies) => policies.toReversed(),
    ),
  "every list of values, and every block, is turned around": (request) =>
    rewritten(request, (text) => JSON.stringify(turned(JSON.parse(text)))),
  "policies are printed and read again": (request) =>
    rewritten(request, (text) => JSON.stringify(JSON.parse(text), undefined, 2)),
  "actions are written in another case": (request) =>
    rewritten(request, (text) => JSON.stringify(JSON.parse(text), shouted)),
  "the action is asked for in another case": (request) =>
    request.resource.grants ? request : { ...request, action: request.action.toUpperCase() },
  "every statement stands there twice": (request) =>
    mapStatements(request, (statements) => [...statements, ...statements]),
};

describe("the engine finds the same result and layer when", () => {
  for (const [what, change] of Object.entries(immaterial)) {
    it(what, () => {
      fc.assert(
        fc.property(anyRequest, (request) => {
          expect(answer(change(request))).to.deep.equal(answer(request));
        }),
        { numRuns: 500 },
      );
    });
  }
});
