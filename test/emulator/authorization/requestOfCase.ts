import type { AccessRequest, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import { conditionContext } from "../../../emulator/authorization/conditions/conditionContext.ts";
import { parsePolicy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import { question, type AccessCase, type CaseFile } from "./accessCase.ts";
import { account, principals, uniqueIdOf } from "./accessRequests.ts";

type Statements = NonNullable<AccessCase["identity"]>;

/**
 * The request that a case of a file asks about. Throws for what the case neither says nor the file gives, and a PolicyError
 * for a policy that is refused.
 */
export function requestOfCase(file: CaseFile, one: AccessCase): AccessRequest {
  const asked = question.parse({ ...file.given, ...one });
  const policy = (label: string, kind: PolicyKind, list: Statements): NamedPolicy => {
    const Statement = list.map((statement) => named(file, statement));
    const { version = "2012-10-17" } = asked;
    const text = JSON.stringify({ Version: version === "none" ? undefined : version, Statement });
    return { name: label, policy: parsePolicy(text, kind, uniqueIdOf) };
  };
  const levels = (kind: PolicyKind, lists: readonly Statements[] = []) =>
    lists.map((list) => [policy(kind, kind, list)]);
  const session = [asked.session, ...(asked.furtherSession ?? [])].filter((list) => list !== undefined);
  const attached = asked.resourcePolicy;
  const needsPolicy = attached !== undefined && attached.kind !== "resource policy";
  return {
    principal: principals[asked.principal],
    action: asked.action,
    resource: {
      arn: asked.resource,
      shownAs: asked.shownAs,
      undisclosedAs: asked.undisclosedAs,
      accountId: asked.resourceAccount ?? account,
      policyIsRequired: needsPolicy,
      isAwsManaged: asked.isAwsManaged,
      policy: attached && policy(attached.kind, attached.kind, attached.statements),
      grants: asked.grants?.map((grant, index) => ({ grantId: `grant ${index}`, ...grant })),
    },
    context: conditionContext(asked.context ?? {}),
    policies: {
      identity: [asked.identity ?? [], ...(asked.furtherIdentity ?? [])].map((list) =>
        policy("identity", "identity policy", list),
      ),
      boundary: asked.boundary && policy("boundary", "identity policy", asked.boundary),
      session: session.length > 0 ? session.map((list) => policy("session", "identity policy", list)) : undefined,
    },
    controls: {
      service: levels("service control policy", asked.serviceControl),
      resource: levels("resource control policy", asked.resourceControl),
    },
    endpointPolicy: asked.endpointPolicy && policy("endpoint", "endpoint policy", asked.endpointPolicy),
    encryptionContext: asked.encryptionContext,
  };
}

function named(file: CaseFile, statement: Statements[number]): unknown {
  if (typeof statement !== "string") return statement;
  const found = file.statements?.[statement];
  if (!found) throw new Error(`There is no statement '${statement}' in '${file.topic}'.`);
  return { Sid: statement, ...found };
}
