import { readFileSync } from "node:fs";
import { styles as reportStyles } from "../../../reporters/html/styles.ts";

const files = ["dashboard.css", "leases.css"];

/** The styles of the pages: those of the reports, and what only these pages have. */
export function styles(): string {
  const own = files.map((file) => readFileSync(new URL(`../styles/${file}`, import.meta.url), "utf8"));
  return [reportStyles(), ...own].join("\n");
}
