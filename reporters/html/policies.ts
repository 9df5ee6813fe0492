import type { Element } from "hast";
import { h } from "hastscript";
import { z } from "zod";
import type { DeployedPolicy, ExpectationChecked } from "../events.ts";

const parsed = z.looseObject({
  Statement: z.union([z.array(z.looseObject({ Sid: z.string().optional() })), z.looseObject({})]),
});

/** The policies that stood in a phase, as they were deployed. Statements that have decided something are marked. */
export function policies(
  deployed: readonly DeployedPolicy[],
  checks: readonly ExpectationChecked[],
): Element | undefined {
  if (deployed.length === 0) return undefined;
  return h("details", { class: "policies" }, [
    h("summary", null, `Policies as deployed (${deployed.length})`),
    ...deployed.map((policy) =>
      h("div", null, [
        h("h4", null, `${policy.layer}: ${policy.policy} of ${policy.resource}`),
        document(policy, checks),
      ]),
    ),
  ]);
}

function document(policy: DeployedPolicy, checks: readonly ExpectationChecked[]): Element {
  const { data } = parsed.safeParse(JSON.parse(policy.document));
  const statements = Array.isArray(data?.Statement) ? data.Statement : [data?.Statement ?? {}];
  return h(
    "ol",
    { class: "statements", start: 0 },
    statements.map((statement, index) => {
      const decided = checks.filter(({ decidedBy }) => isThis(decidedBy, policy, [index, statement.Sid]));
      return h("li", { class: decided.length === 0 ? undefined : "deciding" }, [
        decided.length === 0
          ? undefined
          : h(
              "p",
              null,
              `Decided: ${[...new Set(decided.map(({ principal, attempt }) => `${principal}: ${attempt}`))].join("; ")}`,
            ),
        h("pre", { tabIndex: 0 }, JSON.stringify(statement, undefined, 2)),
      ]);
    }),
  );
}

function isThis(
  decidedBy: ExpectationChecked["decidedBy"],
  { policy, layer, arn }: DeployedPolicy,
  names: readonly unknown[],
): boolean {
  if (decidedBy === undefined || !names.includes(decidedBy.statement)) return false;
  return [policy, layer, arn].includes(decidedBy.policy);
}
