import type { EvaluationResult, PolicySourceType, Statement as ShownStatement } from "@aws-sdk/client-iam";
import type { AccessRequest, NamedPolicy } from "../../authorization/accessRequest.ts";
import { conditionContext } from "../../authorization/conditions/conditionContext.ts";
import type { DecisionResult } from "../../authorization/decision.ts";
import { combine } from "../../authorization/decide.ts";
import { isAbout } from "../../authorization/matchStatement.ts";
import { outcomesOf } from "../../authorization/outcomes.ts";
import { parsePolicy } from "../../authorization/policy.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { IamUser } from "../../principal.ts";
import { contextKeys } from "./contextKeys.ts";
import { awsManagedPrefix } from "./managedPolicy.ts";
import { page, type PageRequest, type Truncation } from "./page.ts";
import { readIdentityPolicy } from "./policyDocument.ts";

/** What both simulations are asked. */
export interface Simulation extends PageRequest {
  readonly ActionNames: readonly string[];
  readonly ResourceArns?: readonly string[];
  readonly ResourcePolicy?: string;
  readonly ResourceOwner?: string;
  readonly CallerArn?: string;
  readonly ContextEntries?: readonly {
    readonly ContextKeyName?: string;
    readonly ContextKeyValues?: readonly string[];
  }[];
}

/** The policies that a simulation is about. */
export interface SimulatedPolicies {
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  /** Whose inline policies they are. */
  readonly source: PolicySourceType;
}

const words: Readonly<Record<DecisionResult, "allowed" | "implicitDeny" | "explicitDeny">> = {
  Allowed: "allowed",
  ImplicitlyDenied: "implicitDeny",
  ExplicitlyDenied: "explicitDeny",
};

/**
 * Asks the engine that decides real calls: each action on each resource. It knows the policies that it is given, not those
 * of the resources that exist. Source: IAM User Guide, "IAM policy testing with the IAM policy simulator".
 */
export function simulate(
  context: CallContext,
  policies: SimulatedPolicies,
  simulation: Simulation,
): Truncation & { EvaluationResults: EvaluationResult[] } {
  const { ActionNames, ResourceArns = ["*"] } = simulation;
  const asked = ActionNames.flatMap((action) => ResourceArns.map((resourceArn) => ({ action, resourceArn })));
  // Results stay in the order of the questions.
  const numbered = asked.map((question, index) => ({ ...question, key: String(index).padStart(6, "0") }));
  const { items, truncation } = page(numbered, ({ key }) => key, simulation);
  const EvaluationResults = items.map(({ action, resourceArn }) =>
    evaluate(accessRequest(context, policies, simulation, action, resourceArn), policies),
  );
  return { EvaluationResults, ...truncation };
}

/** Policies that a simulation states, under the names that AWS gives them. Throws MalformedPolicyDocument. */
export function statedPolicies(member: string, texts: readonly string[] = []): NamedPolicy[] {
  return texts.map((text, index) => ({ name: `${member}.${index + 1}`, policy: readIdentityPolicy(text) }));
}

function accessRequest(
  context: CallContext,
  { identity, boundary }: SimulatedPolicies,
  { CallerArn, ResourceOwner, ResourcePolicy, ContextEntries = [] }: Simulation,
  action: string,
  arn: string,
): AccessRequest {
  const principal = simulatedUser(context, CallerArn);
  const owner = arn.split(":")[4] ?? "";
  const stated = /(\d{12})/.exec(ResourceOwner ?? "")?.[1];
  const accountId = owner === "" ? (stated ?? principal.accountId) : owner;
  const policy = ResourcePolicy === undefined ? undefined : readResourcePolicy(context, ResourcePolicy);
  const entries = ContextEntries.map(
    ({ ContextKeyName = "", ContextKeyValues = [] }) => [ContextKeyName, ContextKeyValues] as const,
  );
  return {
    principal,
    action,
    resource: { arn, accountId, policyIsRequired: false, policy },
    context: conditionContext(Object.fromEntries(entries)),
    policies: { identity, boundary },
  };
}

/** The user that a simulation is about. Without an ARN: one that no resource policy names. */
function simulatedUser({ account, accountId }: CallContext, arn?: string): IamUser {
  if (arn === undefined) return { ...nobody, accountId, arn: `arn:aws:iam::${accountId}:user/simulated` };
  const user = account.iam.users.all().find((candidate) => candidate.arn === arn);
  if (!user) throw new AwsError("InvalidInput", `Invalid caller ARN: ${arn}`);
  return user.principal();
}

const nobody = {
  kind: "user",
  principalId: "simulated",
  userName: "simulated",
  tags: new Map<string, string>(),
} as const;

function readResourcePolicy({ instance }: CallContext, text: string): NamedPolicy {
  try {
    return { name: "ResourcePolicy", policy: parsePolicy(text, "resource policy", principalResolver(instance)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new AwsError("InvalidInput", `Invalid resource policy: ${error.message}`);
  }
}

function evaluate(request: AccessRequest, policies: SimulatedPolicies): EvaluationResult {
  const outcomes = outcomesOf(request);
  const { boundary } = outcomes;
  const resourcePolicy = request.resource.policy;
  const all = [...policies.identity, ...[policies.boundary, resourcePolicy].flatMap((policy) => policy ?? [])];
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource.arn,
    EvalDecision: words[combine(outcomes, request).result],
    MatchedStatements: matchedStatements(request, policies),
    MissingContextValues: contextKeys(all.map(({ policy }) => policy.text)).filter(
      (key) => request.context.get(key.toLowerCase()) === undefined,
    ),
    PermissionsBoundaryDecisionDetail: boundary && {
      AllowedByPermissionsBoundary: boundary.deny === undefined && boundary.allow !== undefined,
    },
  };
}

/** The identity policies' statements that are about the request; where any denies, those that deny. */
function matchedStatements(request: AccessRequest, { identity, source }: SimulatedPolicies): ShownStatement[] {
  const matched = (effect: "Allow" | "Deny") =>
    identity.flatMap(({ name, policy }) =>
      policy
        .about(request.action, effect)
        .filter((statement) => isAbout(statement, request))
        .map((): ShownStatement => ({ SourcePolicyId: name, SourcePolicyType: sourceType(name, source) })),
    );
  const denying = matched("Deny");
  return denying.length > 0 ? denying : matched("Allow");
}

function sourceType(name: string, inline: PolicySourceType): PolicySourceType {
  if (name.startsWith(awsManagedPrefix)) return "aws-managed";
  return name.startsWith("arn:") ? "user-managed" : inline;
}
