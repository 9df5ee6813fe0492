import { arnEquals } from "./arnEquals.ts";
import { arnLike } from "./arnLike.ts";
import { arnNotEquals } from "./arnNotEquals.ts";
import { arnNotLike } from "./arnNotLike.ts";
import { binaryEquals } from "./binaryEquals.ts";
import { bool } from "./bool.ts";
import type { ConditionOperator } from "./conditionOperator.ts";
import { dateEquals } from "./dateEquals.ts";
import { dateGreaterThan } from "./dateGreaterThan.ts";
import { dateGreaterThanEquals } from "./dateGreaterThanEquals.ts";
import { dateLessThan } from "./dateLessThan.ts";
import { dateLessThanEquals } from "./dateLessThanEquals.ts";
import { dateNotEquals } from "./dateNotEquals.ts";
import { ipAddress } from "./ipAddress.ts";
import { notIpAddress } from "./notIpAddress.ts";
import { nullOperator } from "./nullOperator.ts";
import { numericEquals } from "./numericEquals.ts";
import { numericGreaterThan } from "./numericGreaterThan.ts";
import { numericGreaterThanEquals } from "./numericGreaterThanEquals.ts";
import { numericLessThan } from "./numericLessThan.ts";
import { numericLessThanEquals } from "./numericLessThanEquals.ts";
import { numericNotEquals } from "./numericNotEquals.ts";
import { stringEquals } from "./stringEquals.ts";
import { stringEqualsIgnoreCase } from "./stringEqualsIgnoreCase.ts";
import { stringLike } from "./stringLike.ts";
import { stringNotEquals } from "./stringNotEquals.ts";
import { stringNotEqualsIgnoreCase } from "./stringNotEqualsIgnoreCase.ts";
import { stringNotLike } from "./stringNotLike.ts";

const all: readonly ConditionOperator[] = [
  stringEquals,
  stringNotEquals,
  stringEqualsIgnoreCase,
  stringNotEqualsIgnoreCase,
  stringLike,
  stringNotLike,
  numericEquals,
  numericNotEquals,
  numericLessThan,
  numericLessThanEquals,
  numericGreaterThan,
  numericGreaterThanEquals,
  dateEquals,
  dateNotEquals,
  dateLessThan,
  dateLessThanEquals,
  dateGreaterThan,
  dateGreaterThanEquals,
  bool,
  binaryEquals,
  ipAddress,
  notIpAddress,
  arnEquals,
  arnLike,
  arnNotEquals,
  arnNotLike,
  nullOperator,
];

/** Every operator, by name. A policy with another one is refused when it is written. */
export const conditionOperators: ReadonlyMap<string, ConditionOperator> = new Map(
  all.map((operator) => [operator.name, operator]),
);

/** How many values of a multivalued key must match: all of them, or any. */
export type Quantifier = "all" | "any";

/** An operator with what surrounds its name in a policy. */
export interface QualifiedOperator {
  readonly operator: ConditionOperator;
  /** Absent: the key is meant to have one value. */
  readonly quantifier?: Quantifier;
  /** Whether a missing key meets the condition. */
  readonly ifExists: boolean;
}

const quantifiers: Readonly<Record<string, Quantifier>> = { "ForAllValues:": "all", "ForAnyValue:": "any" };

/**
 * Reads the name of an operator as a policy writes it, for example `ForAnyValue:StringLikeIfExists`. Returns `undefined` for
 * what AWS does not know. `Null` asks for presence itself, and takes no suffix and no prefix.
 */
export function readOperator(name: string): QualifiedOperator | undefined {
  const [, prefix, stem = "", suffix] = /^(ForAllValues:|ForAnyValue:)?(.+?)(IfExists)?$/.exec(name) ?? [];
  const operator = conditionOperators.get(stem);
  if (!operator || (operator.testsPresence && stem !== name)) return undefined;
  return {
    operator,
    quantifier: prefix === undefined ? undefined : quantifiers[prefix],
    ifExists: suffix !== undefined,
  };
}
