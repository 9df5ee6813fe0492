import type { AccessRequest } from "./accessRequest.ts";
import { isMet } from "./conditions/isMet.ts";
import { matchesResourceArn } from "./matchesResourceArn.ts";
import { substitute } from "./policyVariables.ts";
import { includesAction, type Condition, type Patterns, type Statement } from "./policy.ts";

/** What a statement must say yes to, each question on its own. Deciding stops at the first no; explaining asks them all. */
const questions = [matchesAction, matchesResource, meetsConditions] as const;

/** Whether a statement is about this action on this resource under these conditions. The principal is not looked at. */
export function isAbout(statement: Statement, request: AccessRequest): boolean {
  return questions.every((ask) => ask(statement, request));
}

/** Whether the action is among a statement's actions. */
export function matchesAction({ actions }: Statement, { action }: AccessRequest): boolean {
  return includesAction(actions, action.toLowerCase());
}

/** Whether the resource is among a statement's resources. A pattern whose variables have no value matches nothing. */
export function matchesResource({ resources }: Statement, { resource, context }: AccessRequest): boolean {
  return includesArn(resources, resource.arn, (pattern) => substitute(pattern, context)) !== resources.negated;
}

function includesArn({ patterns }: Patterns, arn: string, resolve: (pattern: string) => string | undefined): boolean {
  return patterns.some((pattern) => {
    const resolved = resolve(pattern);
    return resolved !== undefined && matchesResourceArn(resolved, arn);
  });
}

/** Whether all conditions of a statement are met. */
export function meetsConditions({ conditions }: Statement, request: AccessRequest): boolean {
  return conditions.every((condition) => checkCondition(condition, request).met);
}

/** One condition of a statement, with the values it was compared with. */
export function checkCondition(condition: Condition, { context }: AccessRequest): ReturnType<typeof isMet> {
  return isMet(condition, context, (value) => substitute(value, context));
}
