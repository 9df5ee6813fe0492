/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type {
  ExplainedChange,
  ExplainedGrant,
  ExplainedLayer,
  ExplainedStatement,
  Explanation,
} from "../events/explanation.ts";
import { flipText } from "../text/flipText.ts";
import { ExplainedStatementItem } from "./explainedStatementItem.tsx";
import { Fold } from "./fold.tsx";
import { Tick } from "./tick.tsx";

/** An explanation, and whether it is unfolded from the start. */
export interface Explained {
  readonly explanation: Explanation;
  readonly open: boolean;
}

/** Why something was denied: layer by layer, statement by statement, what matched and what did not; then what would flip it. */
export function ExplanationTree({ explanation: { sentence, layers, changes }, open }: Explained): VNode {
  const absent = layers.filter(isAbsent);
  return (
    <Fold title="Why" open={open}>
      <p>{sentence}</p>
      <ul class="tree">
        {layers.filter((layer) => !isAbsent(layer)).map(layerItem)}
        {absent.length > 0 && <li>Not there: {[...new Set(absent.map(({ layer }) => layer))].join(", ")}</li>}
      </ul>
      {changes.length > 0 && (
        <>
          <p>{changes.length === 1 ? "This would flip it:" : "These together would flip it:"}</p>
          <ul>{changes.map(changeItem)}</ul>
        </>
      )}
    </Fold>
  );
}

function isAbsent({ says, note }: ExplainedLayer): boolean {
  return says === "is absent" && note === undefined;
}

function layerItem({ layer, level, says, note, statements, grants = [] }: ExplainedLayer): VNode {
  const about = statements.filter(({ action }) => action.matched);
  const others = statements.filter(({ action }) => !action.matched);
  return (
    <li key={`${layer} ${level ?? ""}`}>
      <Tick yes={["allows", "through the account"].includes(says)} /> <b>{layer}</b>
      {level !== undefined && ` (level ${level})`}{" "}
      {says === "through the account" ? "hands the decision to the account" : says}
      {note !== undefined && <p>{note}</p>}
      <ul>
        {about.map((statement) => (
          <ExplainedStatementItem
            key={`${statement.policy} ${statement.statement}`}
            layer={layer}
            statement={statement}
          />
        ))}
        {grants.map(grantItem)}
        {others.length > 0 && <li class="others">About other actions: {othersText(layer, others)}</li>}
      </ul>
    </li>
  );
}

/** Statements that have no name are counted. */
function othersText(layer: string, others: readonly ExplainedStatement[]): string {
  const policies = [...new Set(others.map(({ policy }) => policy))];
  const texts = policies.map((policy) => {
    const own = others.filter((one) => one.policy === policy).map(({ statement }) => statement);
    const names = own.filter((name) => typeof name === "string");
    const unnamed = own.length - names.length;
    const counted = unnamed === 0 ? [] : [`${unnamed} ${unnamed === 1 ? "statement" : "statements"}`];
    return `${[...names, ...counted].join(", ")}${policy === layer ? "" : ` of ${policy}`}`;
  });
  return texts.join("; ");
}

function grantItem({ grantId, granteePrincipal, operations, ...asked }: ExplainedGrant): VNode {
  return (
    <li key={grantId}>
      <Tick yes={asked.allows} /> grant {grantId}
      <ul>
        <li>
          <Tick yes={asked.granteeMatched} /> grantee: {granteePrincipal}
        </li>
        <li>
          <Tick yes={asked.operationMatched} /> operations: {operations.join(", ")}
        </li>
        <li>
          <Tick yes={asked.constraintsMet} /> constraints
        </li>
      </ul>
    </li>
  );
}

function changeItem(change: ExplainedChange, index: number): VNode {
  return <li key={index}>{flipText(change)}</li>;
}
