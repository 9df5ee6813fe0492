/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren, VNode } from "preact";
import type { ExpectationChecked } from "../events.ts";
import { hidesLayer, observed } from "../text/observed.ts";
import { printable } from "../text/printable.ts";
import { ExplanationTree } from "./explanationTree.tsx";
import { Facts } from "./facts.tsx";
import { Mark } from "./mark.tsx";
import { spent } from "./spent.ts";
import type { CheckView } from "./views.ts";

/** All that is known of an expectation. Folded, unless it was not met. */
export function CheckDetails({ view }: { readonly view: CheckView }): VNode {
  const { anchor, number, check } = view;
  const { principal, attempt, verdict, explanation } = check;
  return (
    <details class="check" id={anchor} data-principal={principal} data-verdict={verdict} open={verdict !== "passed"}>
      <summary>
        <span class="place">{number}</span> <Mark outcome={verdict} /> <b>{principal}</b> {attempt}{" "}
        <span class="came">{observed(check)}</span>
      </summary>
      <div class="folded">
        <Facts facts={factsOf(view)} />
        {explanation && <ExplanationTree explanation={explanation} />}
        <p class="permalink">
          <a href={`#${anchor}`}>Link to {number}</a>
        </p>
      </div>
    </details>
  );
}

function factsOf(view: CheckView): Readonly<Record<string, ComponentChildren>> {
  const { check } = view;
  const { error, reason, tries, convergenceMilliseconds, milliseconds } = check;
  return {
    Tried: <code>{check.operation}</code>,
    Expected: check.expected,
    Observed: `${observed(check)}${hidesLayer(check) ? ", layer not stated" : ""}`,
    Reason: reason === undefined ? undefined : printable(reason),
    "Decided by": decidedBy(view),
    "AWS said": error && printable(`${error.code}: ${error.message}`),
    Request: error?.requestId === undefined ? undefined : requestOf(view, error.requestId),
    Settled:
      tries === 1 && convergenceMilliseconds === undefined
        ? undefined
        : `after ${tries} ${tries === 1 ? "try" : "tries"}${convergenceMilliseconds === undefined ? "" : `, the first that counted after ${spent(convergenceMilliseconds)}`}`,
    Took: spent(milliseconds),
  };
}

function requestOf({ recordedAt }: CheckView, id: string): VNode {
  if (recordedAt === undefined) return <code>{id}</code>;
  return (
    <a href={`#${recordedAt}`}>
      <code>{id}</code>
    </a>
  );
}

function decidedBy({ check, decidedAt }: CheckView): ComponentChildren {
  const { decidedBy: decided } = check;
  if (decided === undefined) return check.explanation && missing(check);
  const statement = typeof decided.statement === "number" ? `statement ${decided.statement}` : `“${decided.statement}”`;
  const text = check.layer === "grant" ? `grant ${decided.policy}` : `${statement} of ${policyName(check)}`;
  return decidedAt === undefined ? text : <a href={`#${decidedAt}`}>{text}</a>;
}

function policyName({ layer, decidedBy: decided }: ExpectationChecked): string {
  return decided === undefined || decided.policy === layer
    ? `the ${layer ?? "policy"}`
    : `the ${layer ?? "policy"} ${decided.policy}`;
}

function missing({ layer, observed: came }: ExpectationChecked): string | undefined {
  if (came !== "denied" || layer === undefined) return undefined;
  return layer === "key state" ? "the state of the key" : `no statement: no ${layer} allows it`;
}
