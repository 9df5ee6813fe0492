import { eventLogFile } from "../../reporters/eventLog.ts";
import { documents } from "../../reporters/documents.ts";
import { escapeHtml } from "./escapeHtml.ts";

const files = [...Object.values(documents).map(({ file }) => file), eventLogFile];

/** A page with all runs and their reports, the newest first. */
export function runListPage(runs: readonly string[]): string {
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

function row(run: string): string {
  const links = files.map((file) => `<a href="/runs/${encodeURIComponent(run)}/${file}">${file}</a>`).join("");
  return `<li><strong>${escapeHtml(run)}</strong><br>${links}</li>`;
}
