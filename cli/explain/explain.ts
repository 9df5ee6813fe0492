import { resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { explanationLines } from "../../reporters/text/explanationLines.ts";
import { printable } from "../../reporters/text/printable.ts";
import type { Explanation } from "../../reporters/explanation.ts";
import type { Question } from "../../targets/explainer.ts";
import { AwsStates, isRunning } from "../aws/awsState.ts";
import type { AwsState } from "../aws/awsState.ts";
import { defaultPort } from "../aws/defaults.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { keylabFolder } from "../keylabFolder.ts";

/** What `keylab explain` was told. */
export interface ExplainOptions {
  readonly last?: boolean;
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context: Question["context"];
  readonly policies?: string;
  readonly port?: number;
  readonly target?: string;
  readonly json?: boolean;
}

/**
 * Prints an explanation: the sentence, the tree, and what would flip it.
 *
 * @throws UserError when no embedded AWS runs, when something is not there, or when options are missing.
 */
export async function explain(options: ExplainOptions, context: Context): Promise<void> {
  if (options.policies !== undefined) {
    const { explainFiles } = await import("../../targets/explainFiles.ts");
    const folder = resolve(context.workingFolder, options.policies);
    const { read, explanation } = await explainFiles(folder, questionOf(options));
    if (!options.json) print(context, `Read: ${read.join(", ")}`);
    return tell(explanation, options, context);
  }
  const question = options.last ? undefined : questionOf(options);
  const state = await runningState(options, context);
  const { explainLastDenial, explainQuestion } = await import("../../targets/explainer.ts");
  tell(question ? await explainQuestion(state, question) : await explainLastDenial(state), options, context);
}

function tell(explanation: Explanation, { json }: ExplainOptions, context: Context): void {
  if (json) return print(context, JSON.stringify(explanation, undefined, 2));
  const tree = explanationLines(explanation, { short: false });
  print(context, printable(explanation.sentence));
  for (const line of tree.length > 0 ? ["", ...tree] : []) print(context, line);
}

function questionOf({ principal, action, resource, context }: ExplainOptions): Question {
  if (principal !== undefined && action !== undefined && resource !== undefined) {
    return { principal, action, resource, context };
  }
  throw new UserError(
    "There is nothing to explain yet.",
    "Give --principal, --action and --resource, or --last for the most recent denial.",
  );
}

async function runningState({ port, target }: ExplainOptions, context: Context): Promise<AwsState> {
  const wanted = target === undefined ? (port ?? defaultPort) : portOf(target);
  const state = await new AwsStates(keylabFolder(context)).read(wanted);
  if (state !== undefined && (await isRunning(state))) return state;
  const option = wanted === defaultPort ? "" : ` --port ${wanted}`;
  throw new UserError(
    `No embedded AWS that was started from this folder runs on port ${wanted}.`,
    `Start it in a terminal of its own, in this folder: npx keylab aws start${option}`,
    1,
  );
}

/** Only the embedded AWS of this machine explains. */
function portOf(target: string): number {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (url?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname)) return Number(url.port);
  throw new UserError(
    `The target ${printable(target)} is not the URL of an embedded AWS on this machine.`,
    "Give the URL that keylab aws start has printed, such as http://127.0.0.1:4566.",
  );
}
