import { mapMembers } from "../../../mapMembers.ts";
import { invalidParameter, validationException } from "../errors.ts";
import { attributeTypes, type AttributeType, type AttributeValue } from "./attributeValue.ts";
import { parseNumber } from "./number.ts";

/** An attribute value as a request brings it: perhaps of no type, or of several. */
export interface RawValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: Uint8Array;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly Uint8Array[];
  readonly L?: readonly RawValue[];
  readonly M?: Readonly<Record<string, RawValue>>;
}

export type RawItem = Readonly<Record<string, RawValue>>;

/** Source: DynamoDB Developer Guide, "Service, account, and table quotas", nested attribute depth. */
const maximumDepth = 32;

/** Checks the attributes of a request and puts their numbers into the form that is kept. Throws ValidationException. */
export function parseItem(raw: RawItem): Record<string, AttributeValue> {
  return parseMembers(raw, 1);
}

/** Checks one value. Throws ValidationException. Source of the messages: dynalite's recordings. */
export function parseAttributeValue(raw: RawValue, depth = 1): AttributeValue {
  if (depth > maximumDepth) {
    throw validationException(
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
    );
  }
  let value: AttributeValue | undefined;
  let hasOthers = false;
  for (const type of attributeTypes) {
    if (raw[type] === undefined) continue;
    const parsed = parsers[type](raw, depth);
    if (value) hasOthers = true;
    else value = parsed;
  }
  if (!value) {
    throw validationException("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }
  if (hasOthers) throw severalTypes();
  return value;
}

/** What DynamoDB also says of a request of a batch that asks for nothing. */
export function severalTypes() {
  return validationException(
    "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
  );
}

const parsers: Readonly<Record<AttributeType, (raw: RawValue, depth: number) => AttributeValue>> = {
  S: ({ S = "" }) => ({ S }),
  N: ({ N = "" }) => ({ N: parseNumber(N) }),
  B: ({ B = new Uint8Array() }) => ({ B }),
  BOOL: ({ BOOL = false }) => ({ BOOL }),
  // `false` has been taken for `true` since 2026. Source: recordings of the project dynamodb-conformance.
  NULL: () => ({ NULL: true }),
  SS: ({ SS = [] }) => ({ SS: parseStringSet(SS) }),
  NS: ({ NS = [] }) => ({ NS: parseNumberSet(NS) }),
  BS: ({ BS = [] }) => ({ BS: parseBinarySet(BS) }),
  L: ({ L = [] }, depth) => ({ L: L.map((element) => parseAttributeValue(element, depth + 1)) }),
  M: ({ M = {} }, depth) => ({ M: parseMembers(M, depth + 1) }),
};

function parseMembers(raw: RawItem, depth: number): Record<string, AttributeValue> {
  return mapMembers(raw, (value) => parseAttributeValue(value, depth));
}

// The slips in the messages about sets are AWS's own.

function parseStringSet(texts: readonly string[]): string[] {
  if (texts.length === 0) throw invalidParameter("An string set  may not be empty");
  if (hasDuplicates(texts)) throw invalidParameter(`Input collection [${texts.join(", ")}] contains duplicates.`);
  return [...texts];
}

function parseNumberSet(texts: readonly string[]): string[] {
  if (texts.length === 0) throw invalidParameter("An number set  may not be empty");
  const numbers = texts.map(parseNumber);
  if (hasDuplicates(numbers)) throw validationException("Input collection contains duplicates");
  return numbers;
}

function parseBinarySet(set: readonly Uint8Array[]): Uint8Array[] {
  if (set.length === 0) throw invalidParameter("Binary sets should not be empty");
  const texts = set.map((bytes) => Buffer.from(bytes).toString("base64"));
  if (hasDuplicates(texts)) {
    throw invalidParameter(`Input collection [${texts.join(", ")}]of type BS contains duplicates.`);
  }
  return [...set];
}

function hasDuplicates(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
