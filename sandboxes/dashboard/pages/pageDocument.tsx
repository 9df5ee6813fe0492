/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from "preact";
import { contentPolicy, htmlDocument } from "../../../reporters/html/htmlDocument.tsx";
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

/** A page: complete as it stands. Only its own server is asked. */
export function pageDocument({ title, body, script, data }: PageParts): PageDocument {
  const content = (
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
  );
  return {
    html: htmlDocument({ title, style, script, body: content }),
    policy: contentPolicy({ style, script }, ["connect-src 'self'", "frame-ancestors 'none'"]),
  };
}

/** JSON in which nothing ends the element that it stands in. */
function inertJson(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
