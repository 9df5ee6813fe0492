import type { AddPermissionCommandInput } from "@aws-sdk/client-lambda";
import type { NamedPolicy } from "../../authorization/accessRequest.ts";
import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { parsePolicy, Policy, PolicyError } from "../../authorization/policy.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import type { CallContext } from "../../callContext.ts";
import type { Input } from "../../operation.ts";
import { invalidParameterValue, lambdaError } from "./lambdaError.ts";

/** In bytes. Source: Lambda Developer Guide, "Lambda quotas". */
const maximumBytes = 20_480;

/** One permission that AddPermission gave. */
export interface Permission {
  readonly id: string;
  /** The statement as GetPolicy shows it. */
  readonly statement: object;
  /** The statement, ready to be asked: its principals are those who bore the names when it was added. */
  readonly policy: Policy;
  /** `lambda:Principal` and `lambda:FunctionUrlAuthType` of requests that add or remove it. */
  readonly conditions: ConditionValues;
}

/** The resource policy of a function, of one of its versions or of an alias. */
export interface PermissionPolicy {
  readonly permissions: readonly Permission[];
  readonly revisionId: string;
}

/** The policy as a document. */
export function documentOf(permissions: readonly Permission[]): string {
  const Statement = permissions.map(({ statement }) => statement);
  return JSON.stringify({ Version: "2012-10-17", Id: "default", Statement });
}

/** The policy as the engine asks it. */
export function namedPolicyOf(policy: PermissionPolicy | undefined): NamedPolicy | undefined {
  if (!policy) return undefined;
  const statements = policy.permissions.flatMap(({ policy: { statements: own } }) => own);
  return {
    name: "resource policy",
    policy: new Policy("resource policy", documentOf(policy.permissions), statements),
  };
}

/** The condition keys of a request that adds or removes a permission. */
export function permissionConditions(
  principal: string,
  functionUrlAuthType: string | undefined,
): Permission["conditions"] {
  return { "lambda:Principal": principal, "lambda:FunctionUrlAuthType": functionUrlAuthType };
}

/**
 * Reads a permission for a resource. Throws InvalidParameterValueException for a principal that does not exist.
 * Source of the statement's form and of the message: public transcripts of AddPermission.
 */
export function readPermission(
  context: CallContext,
  resourceArn: string,
  input: Input<AddPermissionCommandInput>,
): Permission {
  const { StatementId, Action, Principal, FunctionUrlAuthType } = input;
  const statement = {
    Sid: StatementId,
    Effect: "Allow",
    Principal: statedPrincipal(Principal),
    Action,
    Resource: resourceArn,
    ...conditionOf(input),
  };
  return {
    id: StatementId,
    statement,
    policy: parse(context, statement),
    conditions: permissionConditions(Principal, FunctionUrlAuthType),
  };
}

/** With one more permission. Throws ResourceConflictException if its id is taken, and PolicyLengthExceededException. */
export function withPermission(permissions: readonly Permission[], added: Permission): readonly Permission[] {
  if (permissions.some(({ id }) => id === added.id)) {
    throw lambdaError(
      "ResourceConflictException",
      `The statement id (${added.id}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  }
  const all = [...permissions, added];
  const size = Buffer.byteLength(documentOf(all));
  if (size <= maximumBytes) return all;
  throw lambdaError(
    "PolicyLengthExceededException",
    `The final policy size (${size}) is bigger than the limit (${maximumBytes}).`,
  );
}

function parse(context: CallContext, statement: object): Policy {
  try {
    const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    return parsePolicy(text, "resource policy", principalResolver(context.instance));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw error.reason === "principal" ? invalidPrincipal() : invalidParameterValue(error.message);
  }
}

function statedPrincipal(principal: string): string | Readonly<Record<string, string>> {
  if (principal === "*") return "*";
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  if (principal.startsWith("arn:")) return { AWS: principal };
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazon(aws)?\.com$/.test(principal)) return { Service: principal };
  throw invalidPrincipal();
}

function invalidPrincipal() {
  return invalidParameterValue("The provided principal was invalid. Please check the principal and try again.");
}

function conditionOf(input: Input<AddPermissionCommandInput>): { readonly Condition?: object } {
  const equals = present({
    "AWS:SourceAccount": input.SourceAccount,
    "aws:PrincipalOrgID": input.PrincipalOrgID,
    "lambda:EventSourceToken": input.EventSourceToken,
    "lambda:FunctionUrlAuthType": input.FunctionUrlAuthType,
  });
  const like = present({ "AWS:SourceArn": input.SourceArn });
  const viaUrl = present({ "lambda:InvokedViaFunctionUrl": input.InvokedViaFunctionUrl?.toString() });
  const Condition = present({ StringEquals: equals, ArnLike: like, Bool: viaUrl });
  return Condition ? { Condition } : {};
}

/** What of a record has a value; nothing if nothing has. */
function present<Value>(
  record: Readonly<Record<string, Value | undefined>>,
): Record<string, Value | undefined> | undefined {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
