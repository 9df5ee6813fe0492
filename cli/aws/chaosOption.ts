import { InvalidArgumentError } from "commander";
import {
  areTooMany,
  defaultChaosSeed,
  noFaults,
  tooManyFaults,
  type ChaosRates,
  type ChaosSettings,
} from "./chaosRates.ts";
import { readRange } from "./readRange.ts";

/** The file that `--chaos` names. */
export interface ChaosFile {
  readonly path: string;
}

/**
 * Reads `--chaos`: a list such as `seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem`, or the name of a YAML
 * or JSON file. Throws an InvalidArgumentError.
 */
export function readChaos(text: string): ChaosSettings | ChaosFile {
  if (/\.(ya?ml|json)$/.test(text)) return { path: text };
  const { seed, only, ...rates } = text
    .split(",")
    .map(readPart)
    .reduce<Listed>((sum, part) => ({ ...sum, ...part }), { seed: defaultChaosSeed, ...noFaults });
  if (areTooMany(rates)) throw new InvalidArgumentError(tooManyFaults);
  return only ? { seed, named: Object.fromEntries(only.map((name) => [name, rates])) } : { seed, rates };
}

/** What the list says. */
interface Listed extends ChaosRates {
  readonly seed: number;
  /** The services and operations that meet faults. Absent: all. */
  readonly only?: readonly string[];
}

function readPart(part: string): Partial<Listed> {
  const [, name = "", value = ""] = /^\s*(\w+)=(\S+)\s*$/.exec(part) ?? [];
  const read = readers.get(name)?.(value);
  if (read) return read;
  throw misunderstood(part);
}

type Reader = (value: string) => Partial<Listed> | undefined;

/** What each name makes of its value; nothing where it makes no sense. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["seed", (value) => (/^\d{1,9}$/.test(value) ? { seed: Number(value) } : undefined)],
  ["throttle", (value) => (isRate(value) ? { throttle: Number(value) } : undefined)],
  ["error", (value) => (isRate(value) ? { error: Number(value) } : undefined)],
  ["drop", (value) => (isRate(value) ? { drop: Number(value) } : undefined)],
  ["slow", readSlow],
  ["only", readOnly],
]);

function readSlow(value: string): Partial<Listed> | undefined {
  const [rate = "", range, ...more] = value.split(":");
  const slowness = range === undefined ? noFaults.slowness : readRange(range);
  return isRate(rate) && slowness && more.length === 0 ? { slow: Number(rate), slowness } : undefined;
}

function readOnly(value: string): Partial<Listed> | undefined {
  const only = value.split("|");
  return only.every((one) => /^[a-z0-9-]+(:\w+)?$/.test(one)) ? { only } : undefined;
}

function isRate(text: string): boolean {
  return /^(0|1|0?\.\d+)$/.test(text);
}

function misunderstood(part: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `"${part}" is not understood. Write a list of throttle, error, drop (rates from 0 to 1), slow=<rate>:<range>, only=<service>|<service>:<Operation> and seed, such as seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem, or the name of a .yaml or .json file.`,
  );
}
