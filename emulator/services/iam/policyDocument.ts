import { z } from "zod";
import { AwsError } from "../../awsError.ts";
import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";
import { checkQuota } from "./quotas.ts";

/** A statement as it was written, before it is known to be sound. */
export type WrittenStatement = Readonly<Record<string, unknown>>;

/** A mistake in one statement that IAM has a sentence for. */
export interface StatementRule {
  readonly isBroken: (statement: WrittenStatement) => boolean;
  readonly message: (statement: WrittenStatement) => string;
}

const rules: readonly StatementRule[] = [
  {
    isBroken: ({ Principal, NotPrincipal }) => Principal !== undefined || NotPrincipal !== undefined,
    message: () => "Policy document should not specify a principal.",
  },
  {
    isBroken: ({ Action, NotAction }) => Action === undefined && NotAction === undefined,
    message: () => "Policy statement must contain actions.",
  },
  {
    isBroken: ({ Action, NotAction, Condition }) =>
      [...texts(Action), ...texts(NotAction), ...conditionKeys(Condition)].some(
        (name) => !/^(\*|[^:]+:.+)$/.test(name),
      ),
    message: () => "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
  },
  {
    isBroken: ({ Resource, NotResource }) => Resource === undefined && NotResource === undefined,
    message: () => "Policy statement must contain resources.",
  },
  {
    isBroken: (statement) => foreignResource(statement) !== undefined,
    message: (statement) => `Resource ${foreignResource(statement) ?? ""} must be in ARN format or "*".`,
  },
];

/** Reads and checks an identity policy. Throws MalformedPolicyDocument in AWS's words. */
export function readIdentityPolicy(text: string): Policy {
  const statements = writtenStatements(text);
  if (!statements) throw malformedPolicy(syntaxErrors);
  checkStatements(statements, rules);
  if (hasDuplicateIds(statements)) throw malformedPolicy("Statement IDs (SID) in a single policy must be unique.");
  try {
    return parsePolicy(text, "identity policy");
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw malformedPolicy(error.reason === "unsupported" ? error.message : syntaxErrors);
  }
}

const syntaxErrors = "Syntax errors in policy.";

/** Checks the document of a managed policy. Throws MalformedPolicyDocument or LimitExceeded. */
export function checkManagedPolicy(text: string): void {
  readIdentityPolicy(text);
  checkQuota("PolicySize", policySize(text));
}

/** IAM's answer for a document that it refuses. */
export function malformedPolicy(message: string): AwsError {
  return new AwsError("MalformedPolicyDocument", message);
}

const written = z.looseObject({
  Statement: z.union([z.looseObject({}).transform((statement) => [statement]), z.array(z.looseObject({})).min(1)]),
});

/** The statements of a document as they were written; `undefined` if it is no policy at all. */
export function writtenStatements(text: string): readonly WrittenStatement[] | undefined {
  try {
    return written.safeParse(JSON.parse(text)).data?.Statement;
  } catch {
    return undefined;
  }
}

/** Throws MalformedPolicyDocument for the first rule that a statement breaks. */
export function checkStatements(statements: readonly WrittenStatement[], rules: readonly StatementRule[]): void {
  for (const statement of statements) {
    const broken = rules.find(({ isBroken }) => isBroken(statement));
    if (broken) throw malformedPolicy(broken.message(statement));
  }
}

/** Whether two statements have the same Sid. */
export function hasDuplicateIds(statements: readonly WrittenStatement[]): boolean {
  const ids = statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
  return new Set(ids).size < ids.length;
}

/** The texts of an element that may be a string or a list of strings. */
export function texts(element: unknown): readonly string[] {
  return [element].flat().filter((item) => typeof item === "string");
}

const conditionBlocks = z.record(z.string(), z.record(z.string(), z.unknown()));

/** The keys of an element `Condition`; none of one that is malformed, which is refused later. */
function conditionKeys(element: unknown): readonly string[] {
  return Object.values(conditionBlocks.safeParse(element).data ?? {}).flatMap((block) => Object.keys(block));
}

function foreignResource({ Resource, NotResource }: WrittenStatement): string | undefined {
  return [...texts(Resource), ...texts(NotResource)].find((text) => text !== "*" && !text.startsWith("arn:"));
}

/** The size of a document as quotas count it: white space is free. Source: IAM User Guide, "IAM and AWS STS quotas". */
export function policySize(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** Documents travel URL-encoded in answers. Source: IAM API Reference: "URL-encoded compliant with RFC 3986". */
export function encodeDocument(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
