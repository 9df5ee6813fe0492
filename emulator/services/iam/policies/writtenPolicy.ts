import * as z from "zod";
import { AwsError } from "../../../awsError.ts";

/** A statement as it was written, before it is known to be sound. */
export type WrittenStatement = Readonly<Record<string, unknown>>;

/** A document as it was written: its elements, with the statements in a list. */
export interface WrittenPolicy extends Readonly<Record<string, unknown>> {
  readonly Statement: readonly WrittenStatement[];
}

/** What is wrong with a document, in AWS's words; `undefined` if nothing is. */
export type PolicyRule = (policy: WrittenPolicy) => string | undefined;

/** IAM's answer for a document that it refuses. */
export function malformedPolicy(message: string): AwsError {
  return new AwsError("MalformedPolicyDocument", message);
}

const elements = z.looseObject({});
const written = z.looseObject({
  Statement: z.union([elements.transform((statement) => [statement]), z.array(elements).min(1)]),
});

/** The JSON object that a document is; `undefined` if it is none. */
export function writtenElements(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return elements.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A document as it was written; `undefined` if it is no policy at all. */
export function writtenPolicy(text: string): WrittenPolicy | undefined {
  return written.safeParse(writtenElements(text)).data;
}

/** Throws MalformedPolicyDocument for the first rule that a document breaks. */
export function checkRules(policy: WrittenPolicy, rules: readonly PolicyRule[]): void {
  for (const rule of rules) {
    const problem = rule(policy);
    if (problem !== undefined) throw malformedPolicy(problem);
  }
}

/** A rule about each statement. */
export function everyStatement(isBroken: (statement: WrittenStatement) => boolean, message: string): PolicyRule {
  return ({ Statement }) => (Statement.some(isBroken) ? message : undefined);
}

/** A rule about all statements together: no two have the same Sid. */
export function distinctIds(message: string): PolicyRule {
  return ({ Statement }) => {
    const ids = Statement.flatMap(({ Sid }) => (Sid === undefined || Sid === "" ? [] : [Sid]));
    return new Set(ids).size < ids.length ? message : undefined;
  };
}

/** The texts of an element that may be a string or a list of strings. */
export function texts(element: unknown): readonly string[] {
  return [element].flat().filter((item) => typeof item === "string");
}
