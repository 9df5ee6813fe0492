/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { outcomes } from "./outcome.ts";
import type { ScenarioView } from "./views.ts";

const verdicts = ["failed", "inconclusive", "passed"];

/** Search and filters. They do nothing without the script, which shows them. */
export function Controls({ views }: { readonly views: readonly ScenarioView[] }): VNode {
  const ended = new Set(views.map(({ outcome }) => outcome));
  const areas = [...new Set(views.map(({ area }) => area))];
  const checks = views.flatMap(({ record }) => record.phases.flatMap((phase) => phase.checks));
  const principals = [...new Set(checks.map(({ principal }) => principal))].sort();
  return (
    <form class="controls" id="controls" role="search" aria-label="Search and filter" hidden>
      <input
        type="search"
        id="search"
        placeholder="Search (press /)"
        aria-label="Search scenarios and expectations"
        autocomplete="off"
        spellcheck={false}
      />
      <details class="filters" id="filters">
        <summary>Filter</summary>
        <div>
          {choice(
            "outcome",
            "Outcome",
            outcomes.filter((outcome) => ended.has(outcome)),
          )}
          {choice("area", "Area", areas)}
          {choice("principal", "Principal", principals)}
          {choice("verdict", "Verdict", verdicts)}
          <button type="button" id="expand">
            Unfold all
          </button>
          <button type="button" id="collapse">
            Fold all
          </button>
          <button type="reset">Show all</button>
        </div>
      </details>
      <button type="button" id="theme" aria-label="Light or dark">
        ◐
      </button>
      <button type="button" id="help" aria-label="Keyboard">
        ?
      </button>
    </form>
  );
}

function choice(name: string, label: string, values: readonly string[]): VNode {
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">all</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </select>
    </label>
  );
}
