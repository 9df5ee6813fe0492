import type { AccessRequest } from "./accessRequest.ts";
import { changesThatFlip } from "./changesThatFlip.ts";
import { combine } from "./decide.ts";
import { denialSentence, type Decision } from "./decision.ts";
import { explainLayers } from "./explainLayers.ts";
import type { ExplainedDecision, Explanation } from "./explanation.ts";
import { outcomesOf } from "./outcomes.ts";

/** Explains what `decide` decides, by the same evaluation. Much slower than deciding: for one request, when somebody asks. */
export function explain(request: AccessRequest): Explanation {
  const outcomes = outcomesOf(request);
  const decision = combine(outcomes, request);
  const layers = explainLayers(outcomes, request);
  return {
    decision: plain(decision),
    sentence: sentenceOf(decision, request),
    layers,
    changes: changesThatFlip(outcomes, request, layers),
  };
}

/** Explains a denial by a key's state, which no policy can change. */
export function explainKeyState(decision: Decision): Explanation {
  const { action, resource } = decision;
  return {
    decision: plain(decision),
    sentence: `The state of the key ${resource} does not permit ${action}, whatever policies and grants say.`,
    layers: [],
    changes: [],
  };
}

function plain({ result, layer, principal, action, resource, statement }: Decision): ExplainedDecision {
  return { result, layer, principal: principal.arn, action, resource, ...(statement && { statement }) };
}

/** Knowing the policies, the sentence names the resource even where AWS would keep it from the caller. */
function sentenceOf(decision: Decision, { resource }: AccessRequest): string {
  if (decision.result !== "Allowed") return denialSentence(decision, resource.shownAs);
  const { principal, action, layer, statement } = decision;
  const opening = `User: ${principal.arn} is authorized to perform: ${action} on resource: ${decision.resource}`;
  if (!statement) return `${opening} as the root user of the account`;
  if (layer === "grant") return `${opening} because the grant ${statement.policy} allows it`;
  return `${opening} because statement ${statement.statement} of ${named(layer, statement.policy)} allows it`;
}

function named(layer: string, policy: string): string {
  return layer === policy ? `the ${layer}` : `the ${layer} ${policy}`;
}
