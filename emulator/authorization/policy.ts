import { matchesPattern } from "./matchesPattern.ts";
import { readOperator } from "./conditions/conditionOperators.ts";
import type { ConditionTest } from "./conditions/isMet.ts";
import { supportedConditionKey } from "./conditions/supportedConditionKey.ts";
import { readPolicyDocument, type RawStatement } from "./policyDocument.ts";
import { PolicyError } from "./policyError.ts";
import { hasVariable, malformedVariable } from "./policyVariables.ts";
import { readPrincipals, type PrincipalResolver, type StatedPrincipal } from "./statedPrincipal.ts";

export { PolicyError, type PrincipalResolver, type StatedPrincipal };

/** Which kind of policy a document is: what it may contain, and which layer it is where it is attached to a resource. */
export type PolicyKind =
  | "identity policy"
  | "key policy"
  | "trust policy"
  | "resource policy"
  | "service control policy"
  | "resource control policy"
  | "endpoint policy";

/** Kinds whose statements name principals. */
const namesPrincipals: ReadonlySet<PolicyKind> = new Set([
  "key policy",
  "trust policy",
  "resource policy",
  "resource control policy",
  "endpoint policy",
]);

/** Actions or resources of a statement: patterns, or what `NotAction` and `NotResource` leave over. */
export interface Patterns {
  readonly patterns: readonly string[];
  readonly negated: boolean;
}

/** One operator applied to one key. */
export type Condition = ConditionTest;

/** A statement, ready to be compared with requests. */
export interface Statement {
  /** Its `Sid`, or its position. */
  readonly id: string | number;
  readonly effect: "Allow" | "Deny";
  readonly principals: readonly StatedPrincipal[];
  /** Whether the principals are those of `NotPrincipal`. */
  readonly principalsAreExcluded: boolean;
  /** In lower case: action names are compared without regard to case. */
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly conditions: readonly Condition[];
}

/** How many actions a policy remembers the statements of. */
const indexCapacity = 500;

/** A policy document that has been checked on its way in. */
export class Policy {
  readonly kind: PolicyKind;
  /** The document as it was written. */
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly #index = {
    Allow: new Map<string, readonly Statement[]>(),
    Deny: new Map<string, readonly Statement[]>(),
  };

  constructor(kind: PolicyKind, text: string, statements: readonly Statement[]) {
    this.kind = kind;
    this.text = text;
    this.statements = statements;
  }

  /** The statements of an effect that may be about an action. Found once for each action, then remembered. */
  about(action: string, effect: Statement["effect"]): readonly Statement[] {
    const index = this.#index[effect];
    const known = index.get(action);
    if (known) return known;
    const name = action.toLowerCase();
    const found = this.statements.filter(
      (statement) => statement.effect === effect && includesAction(statement.actions, name),
    );
    if (index.size >= indexCapacity) index.clear();
    index.set(action, found);
    return found;
  }
}

/**
 * Reads and checks a policy document. `resolve` is asked for the unique id of each user and role that is named as a
 * principal. Throws a PolicyError that names what is malformed, unknown or not evaluated.
 */
export function parsePolicy(text: string, kind: PolicyKind, resolve: PrincipalResolver = () => undefined): Policy {
  const { statements, hasVariables } = readPolicyDocument(text);
  const compiled = statements.map((raw, index) => compile(raw, { id: raw.Sid ?? index, kind, hasVariables, resolve }));
  return new Policy(kind, text, compiled);
}

/** Whether an action, in lower case, is among the actions of a statement. */
export function includesAction({ patterns, negated }: Patterns, name: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, name)) !== negated;
}

/** What is known about a statement while it is compiled. */
interface Surroundings {
  readonly id: string | number;
  readonly kind: PolicyKind;
  /** Policies of version 2008-10-17 have no variables: `${…}` is text there. */
  readonly hasVariables: boolean;
  readonly resolve: PrincipalResolver;
}

function compile(raw: RawStatement, surroundings: Surroundings): Statement {
  const { id, kind, resolve } = surroundings;
  refuseContradictions(id, raw);
  checkPrincipalElement(id, kind, raw);
  // A statement without Action or Resource is accepted in a key policy and has no effect.
  // A trust policy has no Resource: it is about the role that carries it.
  const everyResource = kind === "trust policy" ? ["*"] : [];
  return {
    id,
    effect: raw.Effect,
    principals: readPrincipals(raw.Principal ?? raw.NotPrincipal, resolve),
    principalsAreExcluded: raw.NotPrincipal !== undefined,
    actions: patterns(raw.Action?.map(lower), raw.NotAction?.map(lower), []),
    resources: patterns(texts(raw.Resource, surroundings), texts(raw.NotResource, surroundings), everyResource),
    conditions: Object.entries(raw.Condition ?? {}).flatMap(([name, block]) => conditionsOf(name, block, surroundings)),
  };
}

/** AWS takes one form of an element, not both. */
function refuseContradictions(id: string | number, raw: RawStatement): void {
  const both = (["Action", "Resource", "Principal"] as const).find((name) => raw[name] && raw[`Not${name}`]);
  if (both) throw new PolicyError("syntax", `Statement ${id}: ${both} and Not${both} exclude each other.`);
}

function checkPrincipalElement(id: string | number, kind: PolicyKind, raw: RawStatement): void {
  const { Principal, NotPrincipal } = raw;
  const present = Principal === undefined ? (NotPrincipal === undefined ? undefined : "NotPrincipal") : "Principal";
  if (!namesPrincipals.has(kind) && present) {
    throw new PolicyError("syntax", `Statement ${id}: a policy of this kind (${kind}) has no element ${present}.`);
  }
  if (namesPrincipals.has(kind) && !present) {
    throw new PolicyError("syntax", `Statement ${id}: a ${kind} needs the element Principal.`);
  }
  if (NotPrincipal !== undefined) checkNotPrincipal(id, kind, raw);
}

/** Source: IAM User Guide, "NotPrincipal", "Key points". How AWS words the refusal is not recorded anywhere. */
function checkNotPrincipal(id: string | number, kind: PolicyKind, { Effect }: RawStatement): void {
  if (kind === "trust policy" || kind === "resource control policy") {
    throw new PolicyError("syntax", `Statement ${id}: a policy of this kind (${kind}) has no element NotPrincipal.`);
  }
  if (Effect === "Allow") {
    throw new PolicyError("syntax", `Statement ${id}: NotPrincipal takes the effect Deny, and no other.`);
  }
}

function patterns(
  included: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
  otherwise: readonly string[],
): Patterns {
  return { patterns: included ?? excluded ?? otherwise, negated: excluded !== undefined };
}

/** Texts that may hold variables. Where the version has none, `$` is made to stand for itself. */
function texts(values: readonly string[] | undefined, { id, hasVariables }: Surroundings): string[] | undefined {
  return values?.map((value) => {
    if (!hasVariables) return value.replaceAll("${", "${$}{");
    const malformed = malformedVariable(value);
    if (malformed === undefined) return value;
    throw new PolicyError("syntax", `Statement ${id}: the policy variable '${malformed}' is malformed.`);
  });
}

function conditionsOf(
  operatorName: string,
  block: Readonly<Record<string, readonly string[]>>,
  surroundings: Surroundings,
): Condition[] {
  const { id } = surroundings;
  const qualified = readOperator(operatorName);
  if (!qualified) {
    throw new PolicyError("syntax", `Statement ${id}: there is no condition operator '${operatorName}'.`);
  }
  return Object.entries(block).map(([key, stated]) => {
    if (!supportedConditionKey(key)) {
      throw new PolicyError("unsupported", `Statement ${id}: the condition key '${key}' is not evaluated yet.`);
    }
    const values = texts(stated, surroundings) ?? [];
    for (const value of values.filter((text) => !hasVariable(text))) {
      const problem = qualified.operator.check?.(value);
      if (problem !== undefined) throw new PolicyError("syntax", `Statement ${id}: ${key}: ${problem}`);
    }
    return { ...qualified, key: lower(key), values };
  });
}

function lower(text: string): string {
  return text.toLowerCase();
}
