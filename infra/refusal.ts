import * as pulumi from "@pulumi/pulumi";

/**
 * An error of the kind that the engine prints as a sentence without a stack trace.
 *
 * It carries no stack frames at all: Pulumi formats every error in colour for its tracing, and Node.js 20 takes more than
 * ten seconds over frames inside a scoped package (`node_modules/@pulumi/resource.ts`), then gives up.
 */
export function refusal(sentence: string): pulumi.RunError {
  const error = new pulumi.RunError(sentence);
  error.stack = sentence;
  return error;
}
