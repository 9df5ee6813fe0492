import type { Guardrail, Inputs } from "./guardrail.ts";

/** Which guardrails a resource breaks, as sentences. */
export function brokenGuardrails(
  guardrails: readonly Guardrail[],
  { type, name, inputs }: { readonly type: string; readonly name: string; readonly inputs: Inputs },
): string[] {
  const kind = type.split(":").at(-1) ?? type;
  return guardrails
    .filter(({ types }) => types.includes(type))
    .flatMap((guardrail) => {
      const problem = guardrail.problem(inputs);
      if (problem === undefined) return [];
      return [`${kind} "${name}" ${problem} (guardrail ${guardrail.name}). ${guardrail.reason}`];
    });
}
