import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";

import { refusal } from "../refusal.ts";
import { brokenGuardrails } from "./brokenGuardrails.ts";
import type { Guardrail } from "./guardrail.ts";

/** What happens when a guardrail is broken: a warning, or the resource is not created. */
export type GuardrailMode = "advisory" | "mandatory";

/** Tells a sentence to whoever deploys. */
export type Warn = (sentence: string) => unknown;

const inputsOf = z.record(z.string(), z.unknown());

/**
 * Holds every resource below a component to guardrails, before it is registered. What depends on values that only a
 * deployment knows, such as a new user's ARN in a key policy, is not seen by the first preview, and is by the deployment. `fail` is that of {@link refuse}.
 *
 * A transformation of the program's own process: one that the engine calls back is unknown to older language hosts.
 */
export function guard(
  guardrails: readonly Guardrail[],
  mode: GuardrailMode,
  warn: Warn,
  fail: Warn = failInTheEnd,
): pulumi.ResourceTransformation {
  return ({ type, name, props, opts }) => {
    const given = inputsOf.parse(props);
    const concerned = guardrails
      .filter(({ types }) => types.includes(type))
      .map((guardrail) => ({ guardrail, seen: pick(given, guardrail.inputs) }));
    const check = (guardrail: Guardrail, inputs: unknown) => {
      const sentences = brokenGuardrails([guardrail], { type, name, inputs: inputsOf.parse(inputs) });
      if (mode === "mandatory") refuse(sentences, fail);
      else for (const sentence of sentences) warn(sentence);
    };
    const later = concerned.filter(({ seen }) => waits(seen));
    for (const { guardrail, seen } of concerned) if (!waits(seen)) check(guardrail, seen);
    if (later.length === 0) return undefined;
    const checked = pulumi
      .all(later.map(({ seen }) => pulumi.output(seen)))
      .apply((known) => later.forEach(({ guardrail }, index) => check(guardrail, known[index])));
    if (mode === "advisory") return undefined;
    // The resource waits for its dependencies, and so for the check.
    return { props: given, opts: { ...opts, dependsOn: checked.apply(() => listed(opts.dependsOn)) } };
  };
}

/**
 * Refuses what must not be deployed. A deployment ends at the first thing. A preview, which makes nothing, goes on, so that it tells all of
 * them at once, and fails.
 *
 * @param fail tells a sentence, and makes the preview fail.
 * @throws pulumi.RunError while deploying, with the sentences.
 */
export function refuse(sentences: readonly string[], fail: Warn = failInTheEnd): void {
  if (sentences.length === 0) return;
  if (!pulumi.runtime.isDryRun()) throw refusal(sentences.join("\n"));
  for (const sentence of sentences) fail(sentence);
}

/** The runtime tells every promise that is rejected and that nobody waits for, lets the program go on, and ends it with a failure. */
function failInTheEnd(sentence: string): void {
  void Promise.reject(refusal(sentence));
}

function listed(dependsOn: pulumi.ResourceOptions["dependsOn"]): pulumi.Output<pulumi.Resource[]> {
  return pulumi.output(dependsOn).apply((given) => (given === undefined ? [] : [given].flat()));
}

function pick(given: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}

/** Whether some of a value is not known yet. */
function waits(value: unknown): boolean {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(waits);
}
