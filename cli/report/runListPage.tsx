/** @jsxRuntime automatic @jsxImportSource preact */
import { documents } from "../../reporters/documents.ts";
import { eventLogFile } from "../../reporters/eventLog.ts";
import type { RunEnded } from "../../reporters/events.ts";
import { htmlDocument } from "../../reporters/html/htmlDocument.tsx";
import { isGood, isOnlyInconclusive, summaryLine } from "../../reporters/text/summaryLine.ts";

/** A run by its name, and how it ended: absent if it goes on, or was cut short. */
export interface ListedRun {
  readonly name: string;
  readonly ended?: RunEnded;
}

const files = [...Object.values(documents).map(({ file }) => file), eventLogFile];

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
li { margin: 0.5rem 0; }
a { margin-right: 0.75rem; }
`;

/** A page with all runs and their reports, the newest first. */
export function runListPage(runs: readonly ListedRun[]): string {
  const body = (
    <body>
      <main>
        <h1>Runs</h1>
        {runs.length === 0 ? (
          <p>
            There is no run yet: <code>npx keylab run</code>.
          </p>
        ) : (
          <ul>
            {runs.toReversed().map((run) => (
              <RunItem key={run.name} {...run} />
            ))}
          </ul>
        )}
      </main>
    </body>
  );
  return htmlDocument({ title: "Keylab: runs", style, body });
}

function RunItem({ name, ended }: ListedRun) {
  return (
    <li>
      <strong>{name}</strong> {outcomeOf(ended)}
      <br />
      {files.map((file) => (
        <a key={file} href={`/runs/${encodeURIComponent(name)}/${file}`}>
          {file}
        </a>
      ))}
    </li>
  );
}

function outcomeOf(ended: RunEnded | undefined): string {
  if (ended === undefined) return "… goes on, or was cut short";
  const sign = isGood(ended.summary) ? "✔" : isOnlyInconclusive(ended.summary) ? "?" : "✘";
  return `${sign} ${summaryLine(ended)}`;
}
