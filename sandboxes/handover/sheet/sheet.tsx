/** @jsxRuntime automatic @jsxImportSource preact */
import { readFileSync } from "node:fs";
import { contentPolicy, htmlDocument } from "../../../reporters/html/htmlDocument.tsx";
import type { SheetPage } from "./sheetPage.ts";
import { SheetSection } from "./sheetSection.tsx";

/**
 * A sheet for the classroom as one HTML page that needs nothing else: no network, no other file, no script. Printed, each sandbox has a page of its
 * own. Secret.
 */
export function sheet(pages: readonly SheetPage[]): string {
  const style = readFileSync(new URL("./sheet.css", import.meta.url), "utf8");
  const body = (
    <body>
      {pages.map((page) => (
        <SheetSection key={page.sandbox} page={page} />
      ))}
    </body>
  );
  const title = `Sandboxes of the class ${pages[0]?.className ?? ""}`;
  return htmlDocument({ title, style, body, policy: contentPolicy({ style }, []) });
}
