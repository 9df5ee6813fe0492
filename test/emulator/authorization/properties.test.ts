import { expect } from "chai";
import fc from "fast-check";
import type { AccessRequest, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import { decide } from "../../../emulator/authorization/decide.ts";
import { Policy, parsePolicy, type Statement } from "../../../emulator/authorization/policy.ts";
import { anyRequest } from "./anyRequest.ts";

const everything = { Action: "*", Resource: "*" };

function identityStatement(Effect: "Allow" | "Deny"): NamedPolicy {
  const text = JSON.stringify({ Statement: [{ Effect, ...everything }] });
  return { name: "added", policy: parsePolicy(text, "identity policy") };
}

function withIdentity(request: AccessRequest, added: NamedPolicy): AccessRequest {
  const { policies } = request;
  return { ...request, policies: { ...policies, identity: [...policies.identity, added] } };
}

/** The same request, with the statements of every policy changed. */
function mapStatements(
  request: AccessRequest,
  change: (statements: readonly Statement[]) => readonly Statement[],
): AccessRequest {
  const map = ({ name, policy }: NamedPolicy): NamedPolicy => ({
    name,
    policy: new Policy(policy.kind, policy.text, change(policy.statements)),
  });
  const levels = (list?: readonly (readonly NamedPolicy[])[]) => list?.map((level) => level.map(map));
  const { resource, policies, controls, endpointPolicy } = request;
  return {
    ...request,
    resource: { ...resource, policy: resource.policy && map(resource.policy) },
    policies: {
      identity: policies.identity.map(map),
      boundary: policies.boundary && map(policies.boundary),
      session: policies.session?.map(map),
    },
    controls: controls && { service: levels(controls.service), resource: levels(controls.resource) },
    endpointPolicy: endpointPolicy && map(endpointPolicy),
  };
}

describe("whatever is asked, the engine", () => {
  it("allows nobody more because of one more Deny", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const denied = decide(withIdentity(request, identityStatement("Deny"))).result;
        expect(denied).to.equal("ExplicitlyDenied");
      }),
    );
  });

  it("denies nobody because of one more Allow in an identity policy", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const [before, after] = [request, withIdentity(request, identityStatement("Allow"))].map(decide);
        if (before?.result !== "ImplicitlyDenied") expect(after?.result).to.equal(before?.result);
        else expect(after?.result).to.not.equal("ExplicitlyDenied");
      }),
    );
  });

  it("finds the same result and layer in whatever order statements stand", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { result, layer } = decide(mapStatements(request, (statements) => statements.toReversed()));
        const { result: expected, layer: expectedLayer } = decide(request);
        expect([result, layer]).to.deep.equal([expected, expectedLayer]);
      }),
    );
  });

  it("allows nobody but the root user, and not on keys, once every Allow is gone", () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const bare = mapStatements(request, (statements) => statements.filter(({ effect }) => effect === "Deny"));
        const isFreeRoot = request.principal.kind === "root" && !request.resource.policyIsRequired;
        if (!isFreeRoot) expect(decide(bare).result).to.not.equal("Allowed");
      }),
    );
  });
});
