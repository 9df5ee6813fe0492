import { resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { explanationLines } from "../../reporters/text/explanationLines.ts";
import { printable } from "../../reporters/text/printable.ts";
import type { Explanation } from "../../reporters/events/explanation.ts";
import type { Question } from "../../targets/explainer.ts";
import { runningAws } from "../aws/runningAws.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";

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
  const state = await runningAws(options, context);
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
