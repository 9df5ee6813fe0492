/** @jsxRuntime automatic @jsxImportSource preact */
import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { styles } from "./styles.ts";

/** A page, and what its browser is told to let in. */
export interface PageDocument {
  readonly html: string;
  /** The Content-Security-Policy. */
  readonly policy: string;
}

/** What a page is made of. */
export interface PageParts {
  readonly title: string;
  readonly body: VNode;
  /** As `clientScripts` has it. */
  readonly script: string;
  /** What the script begins with. */
  readonly data?: unknown;
}

const style = styles();

/** A page: complete as it stands. Only its own style and its own script are let in, by their hashes, and only its own server is asked. */
export function pageDocument({ title, body, script, data }: PageParts): PageDocument {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const html = `<!doctype html>\n${render(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script type="module" dangerouslySetInnerHTML={{ __html: script }} />
      </head>
      <body>
        <noscript>
          <p class="notice">Nothing can be done on this page without JavaScript.</p>
        </noscript>
        <div id="page">{body}</div>
        <div id="dialogs"></div>
        {data !== undefined && (
          <script type="application/json" id="data" dangerouslySetInnerHTML={{ __html: inertJson(data) }} />
        )}
      </body>
    </html>,
  )}\n`;
  return { html, policy };
}

/** JSON in which nothing ends the element that it stands in. */
function inertJson(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
