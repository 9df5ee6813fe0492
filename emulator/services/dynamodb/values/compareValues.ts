import { typeOf, type AttributeType, type AttributeValue, type Item } from "./attributeValue.ts";
import { compareNumbers } from "./number.ts";

/**
 * Negative, zero or positive, as a value comes before, is equal to, or comes after another of the same type.
 * Nothing, if they have no order: only strings (by the bytes of their UTF-8), numbers and bytes have one.
 */
export function compareValues(left: AttributeValue, right: AttributeValue): number | undefined {
  if (left.S !== undefined && right.S !== undefined) return compareTexts(left.S, right.S);
  if (left.N !== undefined && right.N !== undefined) return compareNumbers(left.N, right.N);
  if (left.B !== undefined && right.B !== undefined) return Buffer.compare(left.B, right.B);
  return undefined;
}

/** Whether two values are the same: of one type, sets in any order, lists and maps member by member. */
export function equalValues(left: AttributeValue, right: AttributeValue): boolean {
  const type = typeOf(left);
  return type === typeOf(right) && comparators[type](left, right);
}

function compareTexts(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));
}

const comparators: Readonly<Record<AttributeType, (left: AttributeValue, right: AttributeValue) => boolean>> = {
  S: (left, right) => left.S === right.S,
  N: (left, right) => left.N === right.N,
  B: (left, right) => textOf(left.B) === textOf(right.B),
  BOOL: (left, right) => left.BOOL === right.BOOL,
  NULL: () => true,
  SS: (left, right) => haveSameMembers(left.SS, right.SS),
  NS: (left, right) => haveSameMembers(left.NS, right.NS),
  BS: (left, right) => haveSameMembers(left.BS?.map(textOf), right.BS?.map(textOf)),
  L: ({ L: left = [] }, { L: right = [] }) =>
    left.length === right.length && left.every((element, index) => isEqual(element, right[index])),
  M: ({ M: left = {} }, { M: right = {} }) => haveEqualMembers(left, right),
};

function isEqual(left: AttributeValue, right: AttributeValue | undefined): boolean {
  return right !== undefined && equalValues(left, right);
}

function haveSameMembers(left: readonly string[] = [], right: readonly string[] = []): boolean {
  const members = new Set(left);
  return left.length === right.length && right.every((member) => members.has(member));
}

function haveEqualMembers(left: Item, right: Item): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && Object.hasOwn(left, name) && membersEqual(left, right, name))
  );
}

function membersEqual(left: Item, right: Item, name: string): boolean {
  const [one, other] = [left[name], right[name]];
  return one !== undefined && isEqual(one, other);
}

/** Bytes as text, to be compared and looked for. */
export function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("latin1");
}
