import type { Scenario } from "../scenarios/contract/scenario.ts";
import { harmless } from "./harmless.ts";
import type { Fate } from "./mutateScenario.ts";

/**
 * What is to be said of a mistake in a scenario. One that survived is `noticed elsewhere` if another scenario, whose id is `by`,
 * notices the same mistake; `accepted` if the scenario says in `by` why it does not matter; else `unexplained`.
 */
export interface ExplainedFate extends Omit<Fate, "outcome"> {
  readonly outcome: "noticed" | "refused" | "noticed elsewhere" | "accepted" | "unexplained";
}

/** The fates of all scenarios, by scenario id. */
export type Fates = ReadonlyMap<string, readonly Fate[]>;

/** Explains what has survived in one scenario, by what others notice and by what it accepts itself. */
export function explainFates({ id, accepts = {} }: Scenario, fates: Fates): readonly ExplainedFate[] {
  return (fates.get(id) ?? []).map((fate): ExplainedFate => {
    const { outcome, ...rest } = fate;
    if (outcome !== "survived") return { ...rest, outcome };
    const reason = accepts[fate.name] ?? harmless[fate.sharedAs ?? ""];
    if (reason !== undefined) return { ...rest, outcome: "accepted", by: reason };
    const other = whereNoticed(fate, fates);
    return other === undefined
      ? { ...rest, outcome: "unexplained" }
      : { ...rest, outcome: "noticed elsewhere", by: other };
  });
}

/** What a scenario accepts although it does not survive, or is no mistake that is made: it should not say so. */
export function staleAcceptances({ id, accepts = {} }: Scenario, fates: Fates): readonly string[] {
  const survivors = new Set(
    (fates.get(id) ?? []).filter(({ outcome }) => outcome === "survived").map(({ name }) => name),
  );
  return Object.keys(accepts).filter((name) => !survivors.has(name));
}

function whereNoticed({ sharedAs }: Fate, fates: Fates): string | undefined {
  if (sharedAs === undefined) return undefined;
  const noticing = [...fates].filter(([, others]) =>
    others.some((other) => other.sharedAs === sharedAs && other.outcome === "noticed"),
  );
  return noticing.map(([id]) => id).sort()[0];
}
