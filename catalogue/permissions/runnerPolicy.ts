import type { PolicyDocument, Statement } from "../../infra/policies/policyDocument.ts";
import { callerActions, ownBoundaries } from "./neededActions.ts";
import { byScope } from "./scopes.ts";
import { statementOf } from "./statementOf.ts";

/** For which scenarios, where, and under which limit. */
export interface PolicyOrder {
  readonly ids: readonly string[];
  readonly accountId: string;
  /** The boundary that every user and role must have which a run makes. Absent: none. */
  readonly permissionsBoundary?: string;
}

/** What gives a user or role permissions. Each takes the condition key `iam:PermissionsBoundary` (Service Authorization Reference, IAM). */
const empowering: ReadonlySet<string> = new Set([
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateRole",
  "iam:CreateUser",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:PutUserPermissionsBoundary",
  "iam:PutUserPolicy",
]);
const unbinding: ReadonlySet<string> = new Set([
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteUserPermissionsBoundary",
]);

/** The least that whoever runs the scenarios needs on AWS: to deploy, test, tear down and sweep, and nothing of anybody else's but to see that it is there. */
export function runnerPolicy({ ids, accountId, permissionsBoundary }: PolicyOrder): PolicyDocument {
  const statements = byScope(callerActions(ids)).map((actions) => statementOf(actions, accountId));
  if (permissionsBoundary === undefined) return { Version: "2012-10-17", Statement: statements };
  const boundaries = [permissionsBoundary, ...ownBoundaries(ids)];
  return { Version: "2012-10-17", Statement: statements.flatMap((one) => inBounds(one, boundaries)) };
}

/** The statement without what gives permissions, and that on condition that there is one of the boundaries. */
function inBounds(statement: Statement, boundaries: readonly string[]): readonly Statement[] {
  const actions = [statement.Action].flat();
  const giving = actions.filter((action) => empowering.has(action));
  if (giving.length === 0) return [statement];
  const others = actions.filter((action) => !empowering.has(action) && !unbinding.has(action));
  const Condition = { StringEquals: { "iam:PermissionsBoundary": boundaries } };
  return [
    { ...statement, Action: others },
    { ...statement, Sid: `Bounded${statement.Sid ?? ""}`, Action: giving, Condition },
  ];
}
