import { readFileSync } from "node:fs";

const files = ["base.css", "bar.css", "tables.css", "scenarios.css"];

/** The styles of the page. */
export function styles(): string {
  return files.map((file) => readFileSync(new URL(`./styles/${file}`, import.meta.url), "utf8")).join("\n");
}
