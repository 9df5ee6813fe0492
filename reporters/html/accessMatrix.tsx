/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { attemptRows } from "../attemptRows.ts";
import { observed } from "../text/observed.ts";
import { Scrolling } from "./scrolling.tsx";
import type { CheckView, PhaseView } from "./views.ts";

/** Who tried what in a phase, and what came of it: a row for each attempt, a column for each principal, the layer in each cell. */
export function AccessMatrix({ phase }: { readonly phase: PhaseView }): VNode {
  const { record, checks } = phase;
  const principals = [...new Set(record.checks.map(({ principal }) => principal))];
  const views = new Map(checks.map((view) => [view.check, view]));
  return (
    <Scrolling label={`Access in phase ${phase.number}`}>
      <table class="access">
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            {principals.map((principal) => (
              <th scope="col" key={principal} data-principal={principal}>
                {principal}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attemptRows(record.checks).map((row) => (
            <tr key={[...row.checks.keys()].join(" ") + row.attempt}>
              <th scope="row">{row.attempt}</th>
              {principals.map((principal) => {
                const check = row.checks.get(principal);
                return cell(principal, check && views.get(check));
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function cell(principal: string, view: CheckView | undefined): VNode {
  if (view === undefined) {
    return (
      <td key={principal} data-principal={principal} class="none">
        <span aria-hidden="true">·</span>
        <span class="unseen">not tried</span>
      </td>
    );
  }
  const { verdict, layer } = view.check;
  const said = observed({ ...view.check, layer: undefined });
  const glyph = { allowed: "✔", denied: "✘", error: "?" }[view.check.observed];
  return (
    <td key={principal} data-principal={principal} data-verdict={verdict} class={`result ${verdict}`}>
      <a href={`#${view.anchor}`}>
        <span aria-hidden="true" class={`glyph ${view.check.observed}`}>
          {glyph}
        </span>{" "}
        {said} <span class="because">{layer !== undefined && `by ${layer}`}</span>
        {verdict !== "passed" && <strong> {verdict}</strong>}
      </a>
    </td>
  );
}
