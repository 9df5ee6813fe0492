import { AwsError } from "../../awsError.ts";
import { parsePolicy, PolicyError, type Policy, type Statement } from "../../authorization/policy.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import type { CallContext } from "../../callContext.ts";

/** Reads the resource policy of a secret. Throws MalformedPolicyDocumentException. */
export function readResourcePolicy(context: CallContext, text: string): Policy {
  try {
    return parsePolicy(text, "resource policy", principalResolver(context.instance));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new AwsError("MalformedPolicyDocumentException", inWordsOfSecretsManager(error));
  }
}

function inWordsOfSecretsManager({ reason, message }: PolicyError): string {
  return reason === "principal" ? "This resource policy contains an unsupported principal." : message;
}

/** What a check finds wrong, in words. */
export const broadAccess =
  "This resource policy grants broad access to the secret: name the principals, or restrict them by a condition.";

/** Conditions on these keep a statement for everyone from being public. Source: S3 User Guide, "The meaning of public". */
const restrictingKeys: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
]);

/** Whether a policy lets everyone in, without a condition that says who. */
export function isPublic({ statements }: Policy): boolean {
  return statements.some(
    (statement) =>
      statement.effect === "Allow" &&
      namesEveryone(statement) &&
      !statement.conditions.some(({ key }) => restrictingKeys.has(key)),
  );
}

function namesEveryone({ principals, principalsAreExcluded }: Statement): boolean {
  return principalsAreExcluded || principals.some(({ kind }) => kind === "everyone");
}
