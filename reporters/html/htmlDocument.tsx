/** @jsxRuntime automatic @jsxImportSource preact */
import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { render } from "preact-render-to-string";

/** What an HTML document is made of. It asks for no other file. */
export interface DocumentParts {
  readonly title: string;
  /** CSS. */
  readonly style: string;
  /** A module. Default: none. */
  readonly script?: string;
  /** The element `body`. */
  readonly body: VNode;
  /** The Content-Security-Policy, where nobody sends it along: a file. Default: it is sent. */
  readonly policy?: string;
}

/** A complete HTML document. */
export function htmlDocument({ title, style, script, body, policy }: DocumentParts): string {
  return `<!doctype html>\n${render(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        {policy !== undefined && <meta http-equiv="Content-Security-Policy" content={policy} />}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        {script !== undefined && <script type="module" dangerouslySetInnerHTML={{ __html: script }} />}
      </head>
      {body}
    </html>,
  )}\n`;
}

/**
 * The Content-Security-Policy of a document: only its own style and its own script are let in, by their hashes.
 *
 * @param more directives beyond those that every document has
 */
export function contentPolicy(
  { style, script }: Pick<DocumentParts, "style" | "script">,
  more: readonly string[],
): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    ...more,
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
