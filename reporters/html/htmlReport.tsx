/** @jsxRuntime automatic @jsxImportSource preact */
import { clientScript } from "./clientScript.ts";
import { contentPolicy, htmlDocument } from "./htmlDocument.tsx";
import { Page, type PageContent } from "./page.tsx";
import { styles } from "./styles.ts";

/** A run as one HTML page that needs nothing else: no network, no other file. */
export function htmlReport(content: PageContent): string {
  const parts = { style: styles(), script: clientScript };
  const title = `Keylab run ${content.run.started.runId}`;
  return htmlDocument({ ...parts, title, body: <Page {...content} />, policy: contentPolicy(parts, []) });
}
