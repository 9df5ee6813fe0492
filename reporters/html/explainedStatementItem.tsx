/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { ExplainedCondition, ExplainedPatterns, ExplainedStatement } from "../events/explanation.ts";
import { Tick } from "./tick.tsx";

/** How many patterns or values are shown of one element; a managed policy may have hundreds. */
const shown = 8;

/** A statement, with what was asked of it and what matched. */
export function ExplainedStatementItem({
  layer,
  statement,
}: {
  readonly layer: string;
  readonly statement: ExplainedStatement;
}): VNode {
  const { policy, effect, applies, principal, action, resource, conditions } = statement;
  return (
    <li>
      <Tick yes={applies} /> {effect}: {typeof statement.statement === "number" && "statement "}
      {statement.statement}
      {policy !== layer && ` of ${policy}`}
      <ul>
        {principal !== undefined && (
          <li>
            <Tick yes={principal !== "not at all"} /> principal: {principal}
          </li>
        )}
        {patternsItem("action", action)}
        {patternsItem("resource", resource)}
        {conditions.map(conditionItem)}
      </ul>
    </li>
  );
}

function patternsItem(name: string, { matched, negated, patterns }: ExplainedPatterns): VNode {
  return (
    <li>
      <Tick yes={matched} /> {name}: {negated && "not "}
      {some(patterns)}
    </li>
  );
}

function conditionItem({ operator, key, stated, requested, met }: ExplainedCondition): VNode {
  return (
    <li key={`${operator} ${key}`}>
      <Tick yes={met} /> {operator} {key}: {some(stated)};{" "}
      {requested === null ? "the request does not have it" : `the request has ${some(requested)}`}
    </li>
  );
}

function some(values: readonly string[]): string {
  const more = values.length - shown;
  return `${values.slice(0, shown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
