import type { TestEventPatternCommandInput, TestEventPatternCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { isRecord } from "../../../protocols/validate.ts";
import { readEventPattern } from "../eventPattern.ts";
import { validationError } from "../eventsError.ts";
import { accountAccess } from "../ruleAccess.ts";

/** What an event must have. Source: EventBridge API Reference, TestEventPattern. */
const required = ["id", "account", "source", "time", "region", "resources", "detail-type"];

/** Tells whether an event matches a pattern. */
export const testEventPattern = operation<Input<TestEventPatternCommandInput>, Output<TestEventPatternCommandOutput>>({
  service: "events",
  name: "TestEventPattern",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html",
  readOnly: true,
  access: (context) => accountAccess(context, "TestEventPattern"),
  run: (_context, { EventPattern, Event }) => ({ Result: readEventPattern(EventPattern)(readEvent(Event)) }),
});

function readEvent(text: string): unknown {
  const event = parse(text);
  const missing = required.find((name) => !isRecord(event) || !Object.hasOwn(event, name));
  if (missing !== undefined) throw validationError(`Parameter Event is not valid. Reason: it has no field ${missing}.`);
  return event;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw validationError("Parameter Event is not valid. Reason: it is no JSON.");
  }
}
