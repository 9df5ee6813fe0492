import type { Comparison } from "../resource.ts";

/**
 * Whether two policy documents mean the same, whatever the order of keys, statements and list items, and whether a
 * single value stands in a list or alone. What is not a policy document is compared as text.
 */
export const samePolicy: Comparison = (was, willBe) => {
  const [one, other] = [canonical(was), canonical(willBe)];
  return one !== undefined && one === other;
};

/** Whether two JSON texts hold the same, whatever the order of keys and the white space. */
export const sameJson: Comparison = (was, willBe) => {
  const [one, other] = [parse(was), parse(willBe)];
  return one !== undefined && other !== undefined && write(one) === write(other);
};

/** A text that is the same for all policy documents of one meaning. */
function canonical(text: unknown): string | undefined {
  const document = parse(text);
  if (!isObject(document)) {
    return undefined;
  }
  const statements = asList(document.Statement).map((statement) => write(canonicalStatement(statement)));
  return write({ ...document, Statement: statements.sort() });
}

function canonicalStatement(statement: unknown): unknown {
  return isObject(statement) ? mapEntries(statement, canonicalElement) : statement;
}

function canonicalElement(value: unknown, element: string): unknown {
  switch (element) {
    case "Action":
    case "NotAction":
    case "Resource":
    case "NotResource":
      return asSet(value);
    case "Principal":
    case "NotPrincipal":
      return isObject(value) ? mapEntries(value, (ids) => asSet(asList(ids).map(principal))) : value;
    case "Condition":
      return isObject(value) ? mapEntries(value, canonicalOperator) : value;
    default:
      return value;
  }
}

/** An account number as principal is the account's root user, and AWS writes it so. */
function principal(id: unknown): unknown {
  return typeof id === "string" && /^\d{12}$/.test(id) ? `arn:aws:iam::${id}:root` : id;
}

/** AWS reads `true` and `"true"`, 5 and `"5"` alike in conditions. */
function canonicalOperator(keys: unknown): unknown {
  return isObject(keys) ? mapEntries(keys, (values) => asSet(asList(values).map(String))) : keys;
}

function asSet(value: unknown): string[] {
  return [...new Set(asList(value).map(write))].sort();
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** JSON with its keys in order. */
function write(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}

function parse(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function mapEntries(object: object, change: (value: unknown, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
