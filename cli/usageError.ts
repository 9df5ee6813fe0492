import type { Command, CommanderError } from "commander";
import { UserError } from "../errors/userError.ts";

/** What the command-line parser found wrong, as a mistake of the user. */
export function usageError(error: CommanderError, program: Command, args: readonly string[]): UserError {
  const [first = "", ...more] = error.message.replace(/^error: /, "").split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?]$/.test(first) ? "" : "."}`;
  const hint = more.map((line) => ` ${line.replace(/^\((.*)\)$/, "$1")}`).join("");
  return new UserError(`${sentence}${hint}`, `See "npx ${commandNamed(program, args)} --help".`);
}

/** The most specific command that the arguments name. */
function commandNamed(command: Command, [first, ...rest]: readonly string[]): string {
  const sub = command.commands.find((candidate) => candidate.name() === first);
  return sub === undefined ? command.name() : `${command.name()} ${commandNamed(sub, rest)}`;
}
