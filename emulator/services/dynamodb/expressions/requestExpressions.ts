import { validationException } from "../errors.ts";
import type { RawItem } from "../values/parseAttributeValue.ts";
import type { Condition } from "./condition.ts";
import type { DocumentPath } from "./documentPath.ts";
import { ExpressionError } from "./expressionError.ts";
import { parseCondition } from "./parseCondition.ts";
import { parseProjection } from "./parseProjection.ts";
import { parseUpdate } from "./parseUpdate.ts";
import { Placeholders } from "./placeholders.ts";
import type { UpdateAction } from "./updateExpression.ts";

/** The expressions of a request, as texts. */
export interface ExpressionTexts {
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: RawItem;
}

/** The expressions of a request, parsed. */
export interface RequestExpressions {
  readonly update?: readonly UpdateAction[];
  readonly condition?: Condition;
  readonly keyCondition?: Condition;
  readonly filter?: Condition;
  readonly projection?: readonly DocumentPath[];
}

/** In bytes. Source: DynamoDB Developer Guide, "Service, account, and table quotas", expression parameters. */
const maximumLength = 4096;

/** Parses the expressions of a request. Throws ValidationException that says which expression is wrong. */
export function parseExpressions(request: ExpressionTexts): RequestExpressions {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = request;
  if (!names && !values && parameters.every((parameter) => request[parameter] === undefined)) return {};
  const placeholders = new Placeholders(names, values);
  const parsed = {
    update: parse("UpdateExpression", request, (text) => parseUpdate(text, placeholders)),
    condition: parse("ConditionExpression", request, (text) => parseCondition(text, placeholders)),
    keyCondition: parse("KeyConditionExpression", request, (text) => parseCondition(text, placeholders)),
    filter: parse("FilterExpression", request, (text) => parseCondition(text, placeholders)),
    projection: parse("ProjectionExpression", request, (text) => parseProjection(text, placeholders)),
  };
  placeholders.checkAllUsed();
  return parsed;
}

const parameters = [
  "UpdateExpression",
  "ConditionExpression",
  "KeyConditionExpression",
  "FilterExpression",
  "ProjectionExpression",
] as const;

function parse<Parsed>(
  parameter: (typeof parameters)[number],
  request: ExpressionTexts,
  parseText: (text: string) => Parsed,
): Parsed | undefined {
  const text = request[parameter];
  if (text === undefined) return undefined;
  try {
    checkLength(text);
    return parseText(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw validationException(`Invalid ${parameter}: ${error.message}`);
  }
}

function checkLength(text: string): void {
  if (text === "") throw new ExpressionError("The expression can not be empty;");
  const length = Buffer.byteLength(text);
  if (length > maximumLength) {
    throw new ExpressionError(`Expression size has exceeded the maximum allowed size; expression size: ${length}`);
  }
}
