import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import { isRecord } from "../../protocols/validate.ts";

/** The fields of a pattern that conditions look at. Source: EventBridge User Guide, "Using IAM policy conditions". */
const fields: readonly string[] = [
  "source",
  "detail-type",
  "detail.service",
  "detail.eventTypeCode",
  "detail.userIdentity.principalId",
];

/** The condition values of a rule's pattern: the texts that it states for these fields. What is no pattern has none. */
export function patternConditions(text: string | undefined): ConditionValues {
  const pattern = text === undefined ? undefined : parse(text);
  return Object.fromEntries(fields.map((field) => [`events:${field}`, textsAt(pattern, field.split("."))]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textsAt(pattern: unknown, [name, ...rest]: readonly string[]): readonly string[] | undefined {
  if (name === undefined) {
    const texts = Array.isArray(pattern) ? pattern.filter((value): value is string => typeof value === "string") : [];
    return texts.length > 0 ? texts : undefined;
  }
  return isRecord(pattern) ? textsAt(pattern[name], rest) : undefined;
}
