/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import type { History } from "../history/history.ts";
import { notRunScenarios } from "../notRunScenarios.ts";
import { summaryLine } from "../text/summaryLine.ts";
import type { ToldRun } from "../toldRun.ts";
import { Attention } from "./attention.tsx";
import { Controls } from "./controls.tsx";
import { CostTable } from "./costTable.tsx";
import { KeyboardHelp } from "./keyboardHelp.tsx";
import { LeftBehind } from "./leftBehind.tsx";
import { Mark } from "./mark.tsx";
import { runOutcome } from "./outcome.ts";
import { Overview } from "./overview.tsx";
import { RunFacts } from "./runFacts.tsx";
import { RunTimeline } from "./runTimeline.tsx";
import { ScenarioArticle } from "./scenarioArticle.tsx";
import { TrendSection } from "./trendSection.tsx";
import { scenarioViews } from "./views.ts";

/** What the page shows. */
export interface PageContent {
  readonly run: ToldRun;
  /** What the latest runs tell together, this one included; absent where nobody knows others. */
  readonly history?: History;
}

/** The body of the page: complete as it stands, without a script. */
export function Page({ run, history }: PageContent): VNode {
  const views = scenarioViews(run.scenarios);
  return (
    <body>
      <a class="skip" href="#scenarios">
        Skip to the scenarios
      </a>
      <header class="bar">
        <a class="brand" href="#top">
          Keylab
        </a>
        <Mark outcome={runOutcome(run)} />
        <span class="shown" id="shown" role="status"></span>
        <Controls views={views} />
      </header>
      <main id="top">
        <h1>{run.ended === undefined ? "The run was cut short" : summaryLine(run.ended)}</h1>
        <RunFacts run={run} />
        <Attention views={views} notRun={notRunScenarios(run)} />
        <Overview views={views} />
        <section aria-labelledby="scenarios">
          <h2 id="scenarios">Scenarios</h2>
          {views.map((view) => (
            <ScenarioArticle key={view.anchor} view={view} />
          ))}
          <p id="nothing" hidden>
            No scenario is meant. Escape shows all again.
          </p>
        </section>
        <RunTimeline views={views} />
        <LeftBehind views={views} />
        <CostTable views={views} />
        {history && <TrendSection history={history} />}
      </main>
      <KeyboardHelp />
    </body>
  );
}
