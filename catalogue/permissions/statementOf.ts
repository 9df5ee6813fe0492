import type { Statement } from "../../infra/policies/policyDocument.ts";
import { resourceOf, type ScopedActions } from "./scopes.ts";

/** The statement that allows the actions of one service in one scope. */
export function statementOf({ service, scope, actions, templates }: ScopedActions, accountId: string): Statement {
  // Actions that are for no resource have only this one.
  const resources = scope.isWide ? ["*"] : withoutCovered(templates.map((template) => resourceOf(template, accountId)));
  const [only, ...more] = resources;
  return {
    Sid: `${scope.name}${service[0]?.toUpperCase() ?? ""}${service.slice(1).replace("-", "")}`,
    Effect: "Allow",
    Action: actions,
    Resource: more.length === 0 && only !== undefined ? only : resources,
    ...(scope.condition && { Condition: scope.condition }),
  };
}

/** Without those that another one with a `*` at its end matches anyway. */
function withoutCovered(resources: readonly string[]): readonly string[] {
  const all = [...new Set(resources)];
  return all.filter(
    (one) => !all.some((other) => other !== one && other.endsWith("*") && one.startsWith(other.slice(0, -1))),
  );
}
