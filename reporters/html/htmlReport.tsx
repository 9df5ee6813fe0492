/** @jsxRuntime automatic @jsxImportSource preact */
import { createHash } from "node:crypto";
import { render } from "preact-render-to-string";
import { clientScript } from "./clientScript.ts";
import { Page, type PageContent } from "./page.tsx";
import { styles } from "./styles.ts";

/**
 * A run as one HTML page that needs nothing else: no network, no other file, no script. Only its own styles and its own script are
 * let in, by their hashes.
 */
export function htmlReport(content: PageContent): string {
  const style = styles();
  const script = clientScript;
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>\n${render(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`Keylab run ${content.run.started.runId}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script type="module" dangerouslySetInnerHTML={{ __html: script }} />
      </head>
      <Page {...content} />
    </html>,
  )}\n`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
