import { expect } from "chai";
import type { AccessRequest } from "../../../emulator/authorization/accessRequest.ts";
import { decide } from "../../../emulator/authorization/decide.ts";
import type { Decision } from "../../../emulator/authorization/decision.ts";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import { account, accessRequest, otherAccount, uniqueIdOf, type Question } from "./accessRequests.ts";

type Outcome = Pick<Decision, "result" | "layer">;

const allow = [{ Effect: "Allow", Action: "*", Resource: "*" }];
const deny = [{ Effect: "Deny", Action: "*", Resource: "*" }];
const toEveryone = [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }];
const delegation = [{ Effect: "Allow", Principal: { AWS: account }, Action: "*", Resource: "*" }];
const toTheRole = [
  { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:role/reader` }, Action: "*", Resource: "*" },
];
const toTheService = [
  { Effect: "Allow", Principal: { Service: "dynamodb.amazonaws.com" }, Action: "*", Resource: "*" },
];

type Effect = "allows" | "is silent" | "denies";

/** A policy about everything, or about something else. */
function limit(effect: Effect, kind: PolicyKind = "identity policy") {
  const about = { Action: effect === "is silent" ? "s3:GetObject" : "*", Resource: "*" };
  const principal = kind === "resource control policy" || kind === "endpoint policy" ? { Principal: "*" } : {};
  const Statement = { Effect: effect === "denies" ? "Deny" : "Allow", ...about, ...principal };
  return { name: kind, policy: parsePolicy(JSON.stringify({ Statement }), kind, uniqueIdOf) };
}

/** The kinds of limits, in AWS's order, each as what it adds to a request. */
const limits: Readonly<Record<string, (request: AccessRequest, effect: Effect) => AccessRequest>> = {
  "resource control policy": (request, effect) => {
    const level = [limit(effect, "resource control policy")];
    return { ...request, controls: { ...request.controls, resource: [level] } };
  },
  "service control policy": (request, effect) => {
    const level = [limit(effect, "service control policy")];
    return { ...request, controls: { ...request.controls, service: [level] } };
  },
  "endpoint policy": (request, effect) => ({ ...request, endpointPolicy: limit(effect, "endpoint policy") }),
  boundary: (request, effect) => ({ ...request, policies: { ...request.policies, boundary: limit(effect) } }),
  "session policy": (request, effect) => ({ ...request, policies: { ...request.policies, session: [limit(effect)] } }),
};

function outcome(
  question: Question,
  change: (request: AccessRequest) => AccessRequest = (request) => request,
): Outcome {
  const { result, layer } = decide(change(accessRequest(question)));
  return { result, layer };
}

const permitted: Question = { by: "alice", policy: delegation, identity: allow };

describe("A limit", () => {
  for (const [layer, add] of Object.entries(limits)) {
    it(`of the kind ${layer} lets through what it allows, and keeps out what it leaves out or denies`, () => {
      const under = (effect: Effect) => outcome(permitted, (request) => add(request, effect));
      expect(under("allows")).to.deep.equal({ result: "Allowed", layer: "identity policy" });
      expect(under("is silent")).to.deep.equal({ result: "ImplicitlyDenied", layer });
      expect(under("denies")).to.deep.equal({ result: "ExplicitlyDenied", layer });
    });

    it(`of the kind ${layer} allows nothing by itself`, () => {
      const alone = outcome({ by: "alice", policy: delegation }, (request) => add(request, "allows"));
      expect(alone).to.deep.equal({ result: "ImplicitlyDenied", layer: "identity policy" });
    });
  }

  it("by a service control policy does not bind a service, and one by a resource control policy does", () => {
    const byService: Question = { by: "dynamodb", policy: toTheService };
    const under = (name: string) => outcome(byService, (request) => limits[name]?.(request, "is silent") ?? request);
    expect(under("service control policy")).to.deep.equal({ result: "Allowed", layer: "key policy" });
    expect(under("resource control policy")).to.deep.equal({
      result: "ImplicitlyDenied",
      layer: "resource control policy",
    });
  });

  it("by a boundary does not bind whom the resource's policy names in person, but whom it names by the role", () => {
    const under = (question: Question) =>
      outcome(question, (request) => limits.boundary?.(request, "is silent") ?? request);
    expect(under({ by: "reader", policy: toEveryone })).to.deep.equal({ result: "Allowed", layer: "key policy" });
    expect(under({ by: "reader", policy: toTheRole })).to.deep.equal({ result: "ImplicitlyDenied", layer: "boundary" });
    expect(outcome({ by: "reader", policy: toTheRole })).to.deep.equal({ result: "Allowed", layer: "key policy" });
  });

  it("by a session policy binds the root user, too", () => {
    const byRoot: Question = { by: "root", policy: delegation, policyIsRequired: false, kind: "resource policy" };
    const withoutPolicy: Question = { by: "root", policyIsRequired: false };
    const silent = (request: AccessRequest) => limits["session policy"]?.(request, "is silent") ?? request;
    expect(outcome(byRoot, silent)).to.deep.equal({ result: "Allowed", layer: "resource policy" });
    expect(outcome(withoutPolicy)).to.deep.equal({ result: "Allowed", layer: "identity policy" });
    expect(outcome(withoutPolicy, silent)).to.deep.equal({ result: "ImplicitlyDenied", layer: "session policy" });
  });

  it("that comes first in the order of AWS is named, where several deny", () => {
    const every = (request: AccessRequest) => Object.values(limits).reduce((all, add) => add(all, "denies"), request);
    expect(outcome(permitted, every)).to.deep.equal({ result: "ExplicitlyDenied", layer: "resource control policy" });
    expect(
      outcome({ ...permitted, identity: deny }, (request) => limits.boundary?.(request, "denies") ?? request),
    ).to.deep.equal({ result: "ExplicitlyDenied", layer: "identity policy" });
  });
});

describe("A service", () => {
  it("has no identity policies: the resource's policy decides, and a grant", () => {
    const silent = { result: "ImplicitlyDenied", layer: "resource policy" };
    expect(outcome({ by: "dynamodb", policyIsRequired: false, identity: allow })).to.deep.equal(silent);
    const grants = [{ granteePrincipal: "dynamodb.us-east-1.amazonaws.com" }];
    const granted: Question = { by: "dynamodb", policy: delegation, grants };
    expect(outcome(granted)).to.deep.equal({ result: "Allowed", layer: "grant" });
    const others: Question = { ...granted, grants: [{ granteePrincipal: "s3.us-east-1.amazonaws.com" }] };
    expect(outcome(others)).to.deep.equal({ result: "ImplicitlyDenied", layer: "key policy" });
  });

  it("gets nothing from a grant to its account", () => {
    const grants = [{ granteePrincipal: `arn:aws:iam::${account}:root` }];
    expect(outcome({ by: "dynamodb", policy: delegation, grants }).result).to.equal("ImplicitlyDenied");
    expect(outcome({ by: "alice", policy: delegation, grants })).to.deep.equal({ result: "Allowed", layer: "grant" });
  });
});

describe("The root user of another account", () => {
  it("gets nothing from a grant to somebody else", () => {
    const grants = [{ granteePrincipal: `arn:aws:iam::${otherAccount}:user/Carol`, granteeId: otherAccount }];
    expect(outcome({ by: "otherRoot", policy: delegation, grants }).result).to.equal("ImplicitlyDenied");
  });
});
