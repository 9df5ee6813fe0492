import { valuesOf } from "../authorization/conditions/conditionContext.ts";
import type { AccessRequest } from "../authorization/accessRequest.ts";
import { accessRequest } from "../authorization/authorize.ts";
import type { CallContext } from "../callContext.ts";
import type { Instance } from "../instance.ts";
import type { NeededAccess } from "../operation.ts";
import type { Principal } from "../principal.ts";
import { tableByArn } from "../services/dynamodb/tableByArn.ts";
import { identityByArn } from "../services/iam/identityByArn.ts";
import { principalByArn } from "../services/iam/principalByArn.ts";
import { keyByArn } from "../services/kms/keyByArn.ts";
import { secretByArn } from "../services/secretsmanager/secretByArn.ts";
import { roleToAssume } from "../services/sts/roleToAssume.ts";

/** A request that nobody has made. */
export interface Question {
  /** ARN of a root user, a user, a role (then a session of it asks), a session or a federated user. */
  readonly principal: string;
  /** For example `kms:Decrypt`. */
  readonly action: string;
  /** An ARN, or `*` for actions that are about no resource. */
  readonly resource: string;
  /** Condition keys beyond those that every call has, or instead of theirs. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A principal or resource that is not there. */
export class UnknownPartyError extends Error {}

/** Finds what is needed to touch a resource, by its ARN; `undefined` for what is not the service's, or not there. */
export type AccessByArn = (
  context: CallContext,
  question: Question,
) => NeededAccess | undefined | Promise<NeededAccess | undefined>;

/** In the order in which they are asked: who assumes a role asks its trust policy, and everybody else IAM. */
const finders: readonly AccessByArn[] = [keyByArn, secretByArn, tableByArn, roleToAssume, identityByArn];

/**
 * The engine's question for a request that nobody has made, as a call made now would ask it.
 * Throws an UnknownPartyError if principal or resource are not there, and what AWS answers before it asks any policy.
 */
export async function hypotheticalRequest(instance: Instance, question: Question): Promise<AccessRequest> {
  const principal = principalByArn(instance, question.principal);
  if (!principal) {
    throw new UnknownPartyError(
      `There is no root user, user, role, session of a role or federated user with the ARN ${question.principal}.`,
    );
  }
  const context = contextOf(instance, principal, regionOf(question.resource));
  const access = await accessTo(context, question);
  if (!access)
    throw new UnknownPartyError(
      `There is no key, secret, table, role, user or policy with the ARN ${question.resource}.`,
    );
  const own = valuesOf(access.conditions);
  return accessRequest(context, { ...access, conditions: { ...lower(own), ...lower(question.context) } });
}

async function accessTo(context: CallContext, question: Question): Promise<NeededAccess | undefined> {
  const { action, resource: arn } = question;
  if (arn === "*") return { action, resource: { arn, accountId: context.accountId, policyIsRequired: false } };
  for (const find of finders) {
    const found = await find(context, question);
    if (found) return found;
  }
  return undefined;
}

/** Condition keys are compared without regard to case: what is given must replace what is there. */
function lower<Value>(values: Readonly<Record<string, Value>> = {}): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
}

function regionOf(arn: string): string {
  const region = arn.split(":")[3];
  return region === undefined || region === "" ? "us-east-1" : region;
}

/** A call that nobody makes, for what asks about the caller and its surroundings. */
export function contextOf(instance: Instance, caller: Principal, region: string): CallContext {
  const { accountId } = caller;
  const nobodyCalls = () => Promise.reject(new Error("A hypothetical request calls nobody."));
  return {
    instance,
    caller,
    accountId,
    region,
    requestId: "",
    wireRequestId: "",
    origin: { sourceIp: "127.0.0.1", userAgent: "keylab explain" },
    state: instance.region(accountId, region),
    account: instance.account(accountId),
    now: instance.clock.now(),
    as: (other) => contextOf(instance, other, region),
    callAsCaller: nobodyCalls,
    callWithin: nobodyCalls,
    taggings: () => [],
    callAsService: nobodyCalls,
    callAs: nobodyCalls,
    findOperation: () => undefined,
  };
}
