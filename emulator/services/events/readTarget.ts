import type { Target as StatedTarget } from "@aws-sdk/client-eventbridge";
import type { CallContext } from "../../callContext.ts";
import { isJson } from "../../isJson.ts";
import type { Input } from "../../operation.ts";
import { readSelector } from "../logs/jsonSelector.ts";
import { validationError } from "./eventsError.ts";
import type { Target } from "./rule.ts";

const carried: readonly string[] = ["Id", "Arn", "Input", "InputPath", "InputTransformer"];

/** Reads a target: a log group or a function of the region. Throws ValidationException for all others, and for what they need. */
export function readTarget({ region, accountId }: CallContext, stated: Input<StatedTarget>): Target {
  const { Id, Arn, Input: constant, InputPath, InputTransformer } = stated;
  for (const name of Object.keys(stated)) {
    if (carried.includes(name)) continue;
    throw validationError(`The embedded AWS does not carry '${name}' of the target ${Id} yet.`);
  }
  if ([constant, InputPath, InputTransformer].filter((form) => form !== undefined).length > 1) {
    throw validationError(`Only one of Input, InputPath and InputTransformer is allowed for the target ${Id}.`);
  }
  if (constant !== undefined && !isJson(constant)) {
    throw validationError(`JSON syntax error in input for target ${Id}.`);
  }
  for (const path of [InputPath, ...Object.values(InputTransformer?.InputPathsMap ?? {})]) {
    if (path === undefined || path === "$" || readSelector(path)) continue;
    throw validationError(`The path ${path} of the target ${Id} is not of the form $.detail.eventName.`);
  }
  const place = `${region}:${accountId}`;
  if (new RegExp(`^arn:aws:logs:${place}:log-group:[^:]+(?::\\*)?$`).test(Arn)) return { kind: "log group", stated };
  if (new RegExp(`^arn:aws:lambda:${place}:function:.+$`).test(Arn)) return { kind: "function", stated };
  throw validationError(
    `The embedded AWS does not carry the target ${Arn} yet: it knows log groups and Lambda functions of the rule's account and region.`,
  );
}
