import { typeOf, type AttributeType, type AttributeValue, type Item } from "./attributeValue.ts";

/** Of an item, names and values together. Source: DynamoDB Developer Guide, "Service, account, and table quotas". */
export const maximumItemSize = 400 * 1024;

/**
 * The size of an item in bytes, as DynamoDB measures it for limits and capacity.
 * Source: DynamoDB Developer Guide, "DynamoDB item sizes and formats"; numbers: {@link numberSize}.
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

function valueSize(value: AttributeValue): number {
  return sizes[typeOf(value)](value);
}

/** A list or map costs three bytes, and one for each member. */
const sizes: Readonly<Record<AttributeType, (value: AttributeValue) => number>> = {
  S: ({ S = "" }) => Buffer.byteLength(S),
  N: ({ N = "" }) => numberSize(N),
  B: ({ B = [] }) => B.length,
  BOOL: () => 1,
  NULL: () => 1,
  SS: ({ SS = [] }) => sum(SS.map((text) => Buffer.byteLength(text))),
  NS: ({ NS = [] }) => sum(NS.map(numberSize)),
  BS: ({ BS = [] }) => sum(BS.map(({ length }) => length)),
  L: ({ L = [] }) => 3 + L.length + sum(L.map(valueSize)),
  M: ({ M = {} }) => 3 + Object.keys(M).length + itemSize(M),
};

/**
 * One byte, one for each two significant digits on either side of the decimal point, and one for a minus sign.
 * Source: recordings of the project dynamodb-conformance, which contradict the Developer Guide.
 */
function numberSize(number: string): number {
  const [whole = "", fraction = ""] = number.replace("-", "").split(".");
  const wholeDigits = (fraction === "" ? whole.replace(/0+$/, "") : whole).replace(/^0+/, "").length;
  const fractionDigits = (wholeDigits === 0 ? fraction.replace(/^0+/, "") : fraction).length;
  return 1 + Math.ceil(wholeDigits / 2) + Math.ceil(fractionDigits / 2) + (number.startsWith("-") ? 1 : 0);
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
