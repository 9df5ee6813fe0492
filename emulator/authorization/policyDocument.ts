import * as z from "zod";
import { PolicyError } from "./policyError.ts";

const oneOrMoreStrings = z.union([z.string().transform((value) => [value]), z.array(z.string())]);

/** `NotAction: []` would mean every action there is. */
const nothingLeftOut = "Invalid input: expected at least one value";

function isNotEmpty(values: readonly string[]): boolean {
  return values.length > 0;
}

const conditionValue = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const conditionValues = z.union([conditionValue.transform((value) => [value]), z.array(conditionValue)]);

const principalShape = z.strictObject({
  AWS: oneOrMoreStrings.optional(),
  Service: oneOrMoreStrings.optional(),
  Federated: oneOrMoreStrings.optional(),
  CanonicalUser: oneOrMoreStrings.optional(),
});

const principal = z.union([z.literal("*"), principalShape]);

const statementShape = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: oneOrMoreStrings.optional(),
  NotAction: oneOrMoreStrings.refine(isNotEmpty, nothingLeftOut).optional(),
  Resource: oneOrMoreStrings.optional(),
  NotResource: oneOrMoreStrings.refine(isNotEmpty, nothingLeftOut).optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).optional(),
});

const documentShape = z.strictObject({
  Version: z.enum(["2012-10-17", "2008-10-17"]).optional(),
  Id: z.string().optional(),
  // Not a union: its errors would not say which part of which statement is wrong.
  Statement: z.preprocess(asList, z.array(statementShape)),
});

function asList(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? [value] : value;
}

/** A statement as it was written. */
export type RawStatement = z.infer<typeof statementShape>;
/** `Principal` or `NotPrincipal` as it was written. */
export type RawPrincipal = z.infer<typeof principal>;

/** A document as it was written. */
export interface RawPolicy {
  readonly statements: readonly RawStatement[];
  /** Whether its version has policy variables: 2012-10-17 has, the older one, which is the default, has not. */
  readonly hasVariables: boolean;
}

/**
 * A policy document, as it was written. Throws a PolicyError for what is no JSON, and for elements that
 * no policy has or that are of the wrong type.
 */
export function readPolicyDocument(text: string): RawPolicy {
  const parsed = documentShape.safeParse(parseJson(text));
  if (!parsed.success) throw new PolicyError("syntax", z.prettifyError(parsed.error).replaceAll("\n", " "));
  return { statements: parsed.data.Statement, hasVariables: parsed.data.Version === "2012-10-17" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, refusePrototype);
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw new PolicyError("json", "The policy is not valid JSON.");
  }
}

/** The schema would pass over this one key in silence, and a condition with it. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new PolicyError("syntax", "The policy has an unknown element '__proto__'.");
  return value;
}
