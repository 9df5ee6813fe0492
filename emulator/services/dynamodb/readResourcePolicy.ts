import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";
import { readPolicyDocument, type RawStatement } from "../../authorization/policyDocument.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import type { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { isPublic } from "../../authorization/isPublic.ts";
import { invalidParameter, validationException } from "./errors.ts";
import { resourcePolicyActions } from "./resourcePolicyActions.ts";

/** White space counts. Source: DynamoDB Developer Guide, "DynamoDB resource-based policy considerations". */
const maximumBytes = 20_480;

const knownActions: ReadonlySet<string> = new Set(resourcePolicyActions.map((action) => action.toLowerCase()));

/**
 * Reads the resource policy of a table. It is kept without white space, as AWS shows it. Throws ValidationException.
 * Source of rules and messages: recorded answers of PutResourcePolicy; what is wrong with the syntax is said in our own words.
 */
export function readResourcePolicy(context: CallContext, text: string): Policy {
  if (Buffer.byteLength(text) > maximumBytes) {
    throw invalidParameter(`Maximum policy size of ${maximumBytes} bytes exceeded`);
  }
  const policy = parse(context, text);
  if (isPublic(policy)) {
    throw validationException(
      "Resource-based policy grants unbounded access in one or more elements. " +
        "Please revise the policy to ensure least-privilege form of access",
    );
  }
  return policy;
}

function parse(context: CallContext, text: string): Policy {
  try {
    const { statements } = readPolicyDocument(text);
    checkStatements(statements);
    return parsePolicy(JSON.stringify(JSON.parse(text)), "resource policy", principalResolver(context.instance));
  } catch (error) {
    throw error instanceof PolicyError ? inWordsOfDynamoDb(error) : error;
  }
}

function checkStatements(statements: readonly RawStatement[]): void {
  if (statements.length === 0) throw invalidDocument("Could not parse the policy: Statement is empty!");
  const ids = statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
  if (new Set(ids).size < ids.length) throw invalidDocument("The Statement Ids in the policy are not unique");
  if (statements.some(({ Resource, NotResource }) => !Resource && !NotResource)) {
    throw invalidDocument("Missing required field Resource");
  }
  const actions = statements.flatMap(({ Action = [], NotAction = [] }) => [...Action, ...NotAction]);
  const invalid = actions.filter((action) => !/[*?]/.test(action) && !knownActions.has(action.toLowerCase()));
  if (invalid.length === 0) return;
  throw invalidDocument(`The following action names are invalid: ${invalid.map((name) => `"${name}"`).join(", ")}`);
}

function inWordsOfDynamoDb({ reason, message }: PolicyError): AwsError {
  if (reason === "principal") return invalidParameter("Invalid principal in policy document.");
  return invalidDocument(reason === "json" ? "This policy contains invalid Json" : message);
}

function invalidDocument(problem: string): AwsError {
  return invalidParameter(`Invalid policy document: ${problem}`);
}
