import type { PolicyDocument, Statement } from "../../infra/policies/policyDocument.ts";
import { principalActions } from "./neededActions.ts";
import type { Actions } from "./recordedActions.ts";
import type { PolicyOrder } from "./runnerPolicy.ts";
import { any, byScope, type ScopedActions } from "./scopes.ts";
import { statementOf } from "./statementOf.ts";

/** What lessons are about: within the names of a run these services are left to the users' own policies. */
const scopedByName: ReadonlySet<string> = new Set(["dynamodb", "s3", "secretsmanager"]);

/**
 * The most that users and roles of the scenarios can ever do. It must not be what decides in a lesson: of KMS it takes nothing away, of DynamoDB,
 * S3 and Secrets Manager nothing within the names of a run, and elsewhere nothing that a lesson tries.
 */
export function boundaryPolicy({ ids, accountId }: Pick<PolicyOrder, "ids" | "accountId">): PolicyDocument {
  const groups = byScope(untagged(principalActions(ids)), any).filter(({ service }) => service !== "kms");
  const kms: Statement = { Sid: "LeftToKeyPolicies", Effect: "Allow", Action: "kms:*", Resource: "*" };
  return { Version: "2012-10-17", Statement: [kms, ...groups.map((group) => limitOf(group, accountId))] };
}

/** What principals themselves create has no tags of the run. */
function untagged(actions: Actions): Actions {
  const entries = Object.entries(actions);
  return Object.fromEntries(
    entries.map(([action, templates]) => [action, templates.map((template) => template.replace("{own}", "*"))]),
  );
}

function limitOf(group: ScopedActions, accountId: string): Statement {
  const statement = statementOf(group, accountId);
  const isWhole = scopedByName.has(group.service) && group.scope.name === "Named";
  return isWhole ? { ...statement, Action: `${group.service}:*` } : statement;
}
