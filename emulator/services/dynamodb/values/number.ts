import { Big } from "big.js";
import { validationException } from "../errors.ts";

const maximumExponent = 125;
const minimumExponent = -130;
const maximumDigits = 38;

/** What needs no look at magnitude and precision. */
const shortInteger = /^(?:0|-?[1-9]\d{0,14})$/;

/**
 * A number as DynamoDB keeps it: plain decimal notation without superfluous zeros. Throws ValidationException.
 * Source of limits and messages: DynamoDB Developer Guide, "Data types", Number; dynalite's recordings.
 */
export function parseNumber(text: string): string {
  if (shortInteger.test(text)) return text;
  if (text === "") throw validationException("The parameter cannot be converted to a numeric value");
  return stored(readNumber(text));
}

/** A sum or difference, exact. Throws ValidationException for a result that is no number of DynamoDB's. */
export function calculate(left: string, operator: "+" | "-", right: string): string {
  return stored(operator === "+" ? new Big(left).plus(right) : new Big(left).minus(right));
}

/** Negative, zero or positive, as a number comes before, is equal to, or comes after another. */
export function compareNumbers(left: string, right: string): number {
  return new Big(left).cmp(right);
}

/** The digits of a number, its decimal exponent (that of the first digit) and its sign: -1, 0 or 1. */
export function partsOf(number: string): { digits: string; exponent: number; sign: number } {
  const { c, e, s } = new Big(number);
  const digits = c.join("");
  return { digits, exponent: e, sign: digits === "0" ? 0 : s };
}

function readNumber(text: string): Big {
  try {
    return new Big(text);
  } catch {
    throw validationException(`The parameter cannot be converted to a numeric value: ${text}`);
  }
}

function stored(number: Big): string {
  if (number.e > maximumExponent) throw outOfRange("overflow", "larger");
  if (number.e < minimumExponent) throw outOfRange("underflow", "smaller");
  if (number.c.length > maximumDigits) {
    throw validationException(`Attempting to store more than ${maximumDigits} significant digits in a Number`);
  }
  return number.eq(0) ? "0" : number.toFixed();
}

function outOfRange(what: string, than: string) {
  return validationException(
    `Number ${what}. Attempting to store a number with magnitude ${than} than supported range`,
  );
}
