import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { ExplainOptions } from "../explain/explain.ts";
import { readPort } from "../readPort.ts";

/** `keylab explain`: why a request is allowed or denied, and what would flip it. */
export function addExplain(program: Command, context: Context): void {
  program
    .command("explain")
    .description("explain why a request is allowed or denied, and what would flip it")
    .option("--last", 'the most recent denial of a running "keylab aws start"')
    .option("--principal <arn>", "who asks: a root user, user, role or session")
    .option("--action <action>", "what for, such as kms:Decrypt")
    .option("--resource <arn>", "on what; * for actions without a resource")
    .option("--context <key=value>", "a condition key; may be given several times", readPair, {})
    .option("--policies <folder>", "by the policy documents in this folder alone")
    .option("--port <number>", "the port of the embedded AWS", readPort)
    .option("--target <url>", "its URL, instead of the port")
    .option("--json", "as JSON")
    .action(async (options: ExplainOptions) => {
      const { explain } = await import("../explain/explain.ts");
      await explain(options, context);
    });
}

function readPair(text: string, before: Readonly<Record<string, readonly string[]>>) {
  const [, key, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new InvalidArgumentError("A condition key is written key=value.");
  return { ...before, [key]: [...(before[key] ?? []), value] };
}
