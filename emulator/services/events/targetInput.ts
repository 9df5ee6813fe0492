import { readSelector, valueAt } from "../logs/jsonSelector.ts";
import type { BusEvent } from "./busEvent.ts";
import type { Rule, Target } from "./rule.ts";

/**
 * What a target gets of an event: all of it, a part, a constant, or a template with parts of it.
 * Source: EventBridge User Guide, "Input transformation".
 */
export function targetInput(event: BusEvent, { stated }: Target, rule: Rule): string {
  const { Input: constant, InputPath, InputTransformer } = stated;
  if (constant !== undefined) return constant;
  if (InputPath !== undefined) return JSON.stringify(partOf(event, InputPath));
  if (!InputTransformer) return JSON.stringify(event);
  const parts = new Map<string, unknown>([
    ["aws.events.rule-arn", rule.arn],
    ["aws.events.rule-name", rule.name],
    ["aws.events.event", event],
    ["aws.events.event.json", event],
    ["aws.events.event.ingestion-time", event.time],
    ...Object.entries(InputTransformer.InputPathsMap ?? {}).map(([name, path]) => [name, partOf(event, path)] as const),
  ]);
  return filled(InputTransformer.InputTemplate, parts);
}

/** What is missing is null: the paths of JSON have no other word for it. */
function partOf(event: BusEvent, path: string): unknown {
  return path === "$" ? event : (valueAt(event, readSelector(path) ?? []) ?? null);
}

/** Within quotes parts are text, elsewhere JSON. */
function filled(template: string, parts: ReadonlyMap<string, unknown>): string {
  const place = /<([\w.-]+)>/g;
  return template.replace(/"(?:[^"\\]|\\.)*"|<[\w.-]+>/g, (found) => {
    if (!found.startsWith('"')) return found.replace(place, (whole, name: string) => json(parts, name) ?? whole);
    return found.replace(place, (whole, name: string) => json(parts, name)?.replace(/^"|"$/g, "") ?? whole);
  });
}

function json(parts: ReadonlyMap<string, unknown>, name: string): string | undefined {
  return parts.has(name) ? JSON.stringify(parts.get(name)) : undefined;
}
