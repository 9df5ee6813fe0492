import { ListReporter } from "../../reporters/list.ts";
import { PlainReporter } from "../../reporters/plain.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import { StreamOutput } from "../../reporters/streamOutput.ts";
import { TerminalScreen } from "../../reporters/terminalScreen.ts";
import { remark } from "../context.ts";
import type { Context } from "../context.ts";

/** How a run is told to whoever watches. */
export interface Display {
  readonly reporter: Reporter;
  /** Says something between the reporter's lines. */
  say(line: string): void;
}

/** Live progress in a terminal that can show it, plain lines anywhere else. */
export function displayFor(context: Context): Display {
  const { stdout, environment } = context;
  if (stdout.isTTY !== true || environment.TERM === "dumb") {
    return { reporter: new PlainReporter(new StreamOutput(stdout)), say: (line) => remark(context, line) };
  }
  const screen = new TerminalScreen(stdout, environment);
  return { reporter: new ListReporter(screen), say: (line) => screen.print(line) };
}
