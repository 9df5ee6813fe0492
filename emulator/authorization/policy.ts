import { conditionOperators } from "./conditions/conditionOperators.ts";
import type { ConditionOperator } from "./conditions/conditionOperator.ts";
import { supportedConditionKey } from "./conditions/supportedConditionKey.ts";
import { readPolicyDocument, type RawStatement } from "./policyDocument.ts";
import { PolicyError } from "./policyError.ts";

export { PolicyError };

/** Which kind of policy a document is. A principal belongs in all but identity policies. */
export type PolicyKind = "identity policy" | "key policy" | "trust policy" | "resource policy";

/** Actions or resources of a statement: patterns, or what `NotAction` and `NotResource` leave over. */
export interface Patterns {
  readonly patterns: readonly string[];
  readonly negated: boolean;
}

/** One principal that a statement names. */
export type StatedPrincipal =
  | { readonly kind: "everyone" }
  | { readonly kind: "account"; readonly accountId: string }
  | { readonly kind: "arn"; readonly arn: string; readonly uniqueId?: string }
  | { readonly kind: "service"; readonly service: string };

/** One operator applied to one key: any of the values may match. */
export interface Condition {
  readonly operator: ConditionOperator;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement, ready to be compared with requests. */
export interface Statement {
  /** Its `Sid`, or its position. */
  readonly id: string | number;
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly StatedPrincipal[];
  /** In lower case: action names are compared without regard to case. */
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly conditions: readonly Condition[];
}

/** A policy document that has been checked on its way in. */
export interface Policy {
  readonly kind: PolicyKind;
  /** The document as it was written. */
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** Finds the unique id of a user or role by its ARN; `undefined` if there is none. */
export type PrincipalResolver = (arn: string) => string | undefined;

/**
 * Reads and checks a policy document. `resolve` is asked for the unique id of each user and role that is named as a
 * principal. Throws a PolicyError that names what is malformed, unknown or not evaluated yet.
 */
export function parsePolicy(text: string, kind: PolicyKind, resolve: PrincipalResolver = () => undefined): Policy {
  const statements = readPolicyDocument(text).map((raw, index) => compile(raw, index, kind, resolve));
  return { kind, text, statements };
}

function compile(raw: RawStatement, index: number, kind: PolicyKind, resolve: PrincipalResolver): Statement {
  const id = raw.Sid ?? index;
  refuseUnsupported(id, raw);
  refuseContradictions(id, raw);
  if (kind === "identity policy" && raw.Principal) {
    throw new PolicyError("syntax", `Statement ${id}: an identity policy has no element Principal.`);
  }
  if (kind !== "identity policy" && !raw.Principal) {
    throw new PolicyError("syntax", `Statement ${id}: a ${kind} needs the element Principal.`);
  }
  // A statement without Action or Resource is accepted in a key policy and has no effect.
  // A trust policy has no Resource: it is about the role that carries it.
  const everyResource = kind === "trust policy" ? ["*"] : [];
  return {
    id,
    effect: raw.Effect,
    principals: principalsOf(raw.Principal, resolve),
    actions: patterns(id, raw.Action?.map(lower), raw.NotAction?.map(lower), []),
    resources: patterns(id, raw.Resource, raw.NotResource, everyResource),
    conditions: Object.entries(raw.Condition ?? {}).flatMap(([operator, block]) => conditionsOf(id, operator, block)),
  };
}

/** What AWS evaluates and this engine does not. */
function refuseUnsupported(id: string | number, { Principal: principal, NotPrincipal }: RawStatement): void {
  const { Federated, CanonicalUser } = typeof principal === "object" ? principal : {};
  const found = Object.entries({ NotPrincipal, Federated, CanonicalUser }).find(([, value]) => value !== undefined);
  if (found) throw new PolicyError("unsupported", `Statement ${id}: the element ${found[0]} is not evaluated yet.`);
}

/** AWS takes one form of an element, not both. */
function refuseContradictions(id: string | number, raw: RawStatement): void {
  const { Action, NotAction, Resource, NotResource } = raw;
  const both = Action && NotAction ? "Action" : Resource && NotResource ? "Resource" : undefined;
  if (both) throw new PolicyError("syntax", `Statement ${id}: ${both} and Not${both} exclude each other.`);
}

function patterns(
  id: string | number,
  included: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
  otherwise: readonly string[],
): Patterns {
  const variable = [...(included ?? []), ...(excluded ?? [])].find((pattern) => pattern.includes("${"));
  if (variable)
    throw new PolicyError("unsupported", `Statement ${id}: policy variables are not evaluated yet ('${variable}').`);
  return { patterns: included ?? excluded ?? otherwise, negated: excluded !== undefined };
}

function conditionsOf(
  id: string | number,
  operatorName: string,
  block: Readonly<Record<string, readonly string[]>>,
): Condition[] {
  const operator = conditionOperators.get(operatorName);
  if (!operator) {
    const known = [...conditionOperators.keys()].join(", ");
    throw new PolicyError(
      "unsupported",
      `Statement ${id}: the condition operator '${operatorName}' is not evaluated yet (known: ${known}).`,
    );
  }
  return Object.entries(block).map(([key, values]) => {
    if (!supportedConditionKey(key)) {
      throw new PolicyError("unsupported", `Statement ${id}: the condition key '${key}' is not evaluated yet.`);
    }
    const variable = values.find((value) => value.includes("${"));
    if (variable)
      throw new PolicyError("unsupported", `Statement ${id}: policy variables are not evaluated yet ('${variable}').`);
    return { operator, key: lower(key), values };
  });
}

function principalsOf(raw: RawStatement["Principal"], resolve: PrincipalResolver): StatedPrincipal[] {
  if (raw === undefined) return [];
  if (raw === "*") return [{ kind: "everyone" }];
  const aws = (raw.AWS ?? []).map((name) => awsPrincipal(name, resolve));
  const services = (raw.Service ?? []).map((service) => ({ kind: "service", service }) as const);
  if (aws.length + services.length === 0) throw new PolicyError("syntax", "The element Principal names nobody.");
  return [...aws, ...services];
}

function awsPrincipal(name: string, resolve: PrincipalResolver): StatedPrincipal {
  if (name === "*") return { kind: "everyone" };
  const [, ofRoot, bare] = /^(?:arn:aws:iam::(\d{12}):root|(\d{12}))$/.exec(name) ?? [];
  const accountId = ofRoot ?? bare;
  if (accountId !== undefined) return { kind: "account", accountId };
  if (/^arn:aws:sts::\d{12}:assumed-role\/[^/]+\/[^/]+$/.test(name)) return { kind: "arn", arn: name };
  const uniqueId = /^arn:aws:iam::\d{12}:(user|role)\/.+$/.test(name) ? resolve(name) : undefined;
  if (uniqueId === undefined) {
    throw new PolicyError("principal", `The principal '${name}' does not exist.`, name);
  }
  return { kind: "arn", arn: name, uniqueId };
}

function lower(text: string): string {
  return text.toLowerCase();
}
