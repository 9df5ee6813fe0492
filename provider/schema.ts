import { functions } from "./functions/index.ts";
import { resources } from "./resources/index.ts";
import { VERSION } from "./version.ts";

/** What the embedded provider offers, as a Pulumi package schema that names types and functions and no more. */
export function schema(): string {
  const named = (list: readonly { token: string }[]) => Object.fromEntries(list.map(({ token }) => [token, {}]));
  return JSON.stringify({ name: "aws", version: VERSION, resources: named(resources), functions: named(functions) });
}
