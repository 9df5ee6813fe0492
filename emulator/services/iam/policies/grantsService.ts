import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import { matchesPattern } from "../../../authorization/matchesPattern.ts";
import type { Patterns, Statement } from "../../../authorization/policy.ts";

/**
 * Whether policies together allow something of a service, for example `s3`: a statement allows one of its actions, and none
 * denies them all, on everything and under no condition. Denials of single actions or resources take no service away.
 */
export function grantsService(policies: readonly NamedPolicy[], service: string): boolean {
  const namespace = service.toLowerCase();
  const statements = policies.flatMap(({ policy }) => policy.statements);
  return (
    statements.some(({ effect, actions }) => effect === "Allow" && touches(actions, namespace)) &&
    !statements.some((statement) => deniesAll(statement, namespace))
  );
}

function deniesAll({ effect, actions, resources, conditions }: Statement, namespace: string): boolean {
  const isEverything = !resources.negated && resources.patterns.includes("*");
  return effect === "Deny" && conditions.length === 0 && isEverything && covers(actions, namespace);
}

/** Whether any action of a service is among the actions. */
function touches({ patterns, negated }: Patterns, namespace: string): boolean {
  const isAmong = negated ? isWhole : isAbout;
  return patterns.some((pattern) => isAmong(pattern, namespace)) !== negated;
}

/** Whether every action of a service is among the actions. */
function covers({ patterns, negated }: Patterns, namespace: string): boolean {
  const isAmong = negated ? isAbout : isWhole;
  return patterns.some((pattern) => isAmong(pattern, namespace)) !== negated;
}

/** `*` is about every service, and `s3:Get*` about one. */
function isAbout(pattern: string, namespace: string): boolean {
  return pattern === "*" || matchesPattern(pattern.slice(0, pattern.indexOf(":")), namespace);
}

/** `*` is the whole of every service, and `s3:*` that of one. */
function isWhole(pattern: string, namespace: string): boolean {
  return isAbout(pattern, namespace) && (pattern === "*" || pattern.endsWith(":*"));
}
