import { z } from "zod";
import { conditionOperators } from "./conditions/conditionOperators.ts";
import type { ConditionOperator } from "./conditions/conditionOperator.ts";
import { supportedConditionKey } from "./conditions/supportedConditionKey.ts";

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

/**
 * A policy document that AWS would refuse (`json`, `syntax`, `principal`: one that does not exist), or that asks for
 * something this engine does not evaluate yet (`unsupported`).
 */
export class PolicyError extends Error {
  readonly reason: "json" | "syntax" | "principal" | "unsupported";
  /** The principal that does not exist. */
  readonly principal?: string;

  constructor(reason: PolicyError["reason"], message: string, principal?: string) {
    super(message);
    this.name = "PolicyError";
    this.reason = reason;
    this.principal = principal;
  }
}

/** Finds the unique id of a user or role by its ARN; `undefined` if there is none. */
export type PrincipalResolver = (arn: string) => string | undefined;

const oneOrMoreStrings = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

const conditionValue = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const conditionValues = z.union([conditionValue.transform((value) => [value]), z.array(conditionValue)]);

const principalShape = z.strictObject({
  AWS: oneOrMoreStrings.optional(),
  Service: oneOrMoreStrings.optional(),
  // Known, and refused by name below.
  Federated: z.unknown().optional(),
  CanonicalUser: z.unknown().optional(),
});

const statementShape = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Principal: z.union([z.literal("*"), principalShape]).optional(),
  // Known, and refused by name below.
  NotPrincipal: z.unknown().optional(),
  Action: oneOrMoreStrings.optional(),
  NotAction: oneOrMoreStrings.optional(),
  Resource: oneOrMoreStrings.optional(),
  NotResource: oneOrMoreStrings.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).optional(),
});

const documentShape = z.strictObject({
  Version: z.enum(["2012-10-17", "2008-10-17"]).optional(),
  Id: z.string().optional(),
  Statement: z.union([statementShape.transform((value) => [value]), z.array(statementShape)]),
});

type RawStatement = z.infer<typeof statementShape>;

/**
 * Reads and checks a policy document. `resolve` is asked for the unique id of each user and role that is named as a
 * principal. Throws a PolicyError that names what is malformed, unknown or not evaluated yet.
 */
export function parsePolicy(text: string, kind: PolicyKind, resolve: PrincipalResolver = () => undefined): Policy {
  const parsed = documentShape.safeParse(parseJson(text));
  if (!parsed.success) throw new PolicyError("syntax", z.prettifyError(parsed.error).replaceAll("\n", " "));
  const statements = parsed.data.Statement.map((raw, index) => compile(raw, index, kind, resolve));
  return { kind, text, statements };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PolicyError("json", "The policy is not valid JSON.");
  }
}

function compile(raw: RawStatement, index: number, kind: PolicyKind, resolve: PrincipalResolver): Statement {
  const id = raw.Sid ?? index;
  refuseUnsupported(id, raw);
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
  return [...aws, ...(raw.Service ?? []).map((service) => ({ kind: "service" as const, service }))];
}

function awsPrincipal(name: string, resolve: PrincipalResolver): StatedPrincipal {
  if (name === "*") return { kind: "everyone" };
  const account = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
  if (account) return { kind: "account", accountId: account };
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
