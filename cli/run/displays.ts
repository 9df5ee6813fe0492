import { GithubReporter } from "../../reporters/github/githubReporter.ts";
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

type DisplayName = "list" | "plain" | "github";

/** The reporters that write to the standard output, by name. Only one can at a time. */
export const displays: Readonly<Record<DisplayName, (context: Context) => Display>> = {
  list: ({ stdout, environment }) => {
    const screen = new TerminalScreen(stdout, environment);
    return { reporter: new ListReporter(screen), say: (line) => screen.print(line) };
  },
  plain: (context) => ({
    reporter: new PlainReporter(new StreamOutput(context.stdout)),
    say: (line) => remark(context, line),
  }),
  github: (context) => ({
    reporter: new GithubReporter(new StreamOutput(context.stdout), context.environment.GITHUB_STEP_SUMMARY),
    say: (line) => remark(context, line),
  }),
};

/** Whether a reporter of that name writes to the standard output. */
export function isDisplay(name: string): name is DisplayName {
  return Object.hasOwn(displays, name);
}

/** Live progress in a terminal that can show it, plain lines anywhere else. */
export function usualDisplay(context: Context): Display {
  return displays[canShowProgress(context) ? "list" : "plain"](context);
}

/** Whether the standard output is a terminal that can show progress in place. */
export function canShowProgress({ stdout, environment }: Context): boolean {
  return stdout.isTTY === true && environment.TERM !== "dumb";
}
