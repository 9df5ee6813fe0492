import { eventLogFile } from "../../reporters/eventLog.ts";
import { documents } from "../../reporters/documents.ts";
import type { RunEnded } from "../../reporters/events.ts";
import { isGood, isOnlyInconclusive, summaryLine } from "../../reporters/text/summaryLine.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** A run by its name, and how it ended: absent if it goes on, or was cut short. */
export interface ListedRun {
  readonly name: string;
  readonly ended?: RunEnded;
}

const files = [...Object.values(documents).map(({ file }) => file), eventLogFile];

/** A page with all runs and their reports, the newest first. */
export function runListPage(runs: readonly ListedRun[]): string {
  const rows = [...runs].reverse().map(row).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Keylab: runs</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
li { margin: 0.5rem 0; }
a { margin-right: 0.75rem; }
</style>
</head>
<body>
<main>
<h1>Runs</h1>
${runs.length === 0 ? "<p>There is no run yet: <code>npx keylab run</code>.</p>" : `<ul>\n${rows}\n</ul>`}
</main>
</body>
</html>
`;
}

function row({ name, ended }: ListedRun): string {
  const links = files.map((file) => `<a href="/runs/${encodeURIComponent(name)}/${file}">${file}</a>`).join("");
  return `<li><strong>${escapeHtml(name)}</strong> ${escapeHtml(outcomeOf(ended))}<br>${links}</li>`;
}

function outcomeOf(ended: RunEnded | undefined): string {
  if (ended === undefined) return "… goes on, or was cut short";
  const sign = isGood(ended.summary) ? "✔" : isOnlyInconclusive(ended.summary) ? "?" : "✘";
  return `${sign} ${summaryLine(ended)}`;
}
