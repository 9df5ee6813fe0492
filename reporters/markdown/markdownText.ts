import { printable } from "../text/printable.ts";

/** Text from outside as one line of Markdown that means nothing but itself. */
export function markdownText(text: string): string {
  return printable(text)
    .replaceAll(/[\\`*_~[\]|]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
