/** @jsxRuntime automatic @jsxImportSource preact */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { render } from "preact-render-to-string";
import type { SheetPage } from "./sheetPage.ts";
import { SheetSection } from "./sheetSection.tsx";

/**
 * A sheet for the classroom as one HTML page that needs nothing else: no network, no other file, no script. Printed, each sandbox has a page of its
 * own. Secret.
 */
export function sheet(pages: readonly SheetPage[]): string {
  const style = readFileSync(new URL("./sheet.css", import.meta.url), "utf8");
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${render(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`Sandboxes of the class ${pages[0]?.className ?? ""}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        {pages.map((page) => (
          <SheetSection key={page.sandbox} page={page} />
        ))}
      </body>
    </html>,
  )}\n`;
}
