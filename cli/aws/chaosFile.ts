import * as z from "zod";
import { isOperation } from "../../targets/isOperation.ts";
import {
  areTooMany,
  defaultChaosSeed,
  noFaults,
  tooManyFaults,
  type ChaosRates,
  type ChaosSettings,
} from "./chaosRates.ts";
import { readRange } from "./readRange.ts";
import { readYamlFile } from "./yamlFile.ts";

/**
 * Reads a file of `--chaos`: rates of all requests, of those of a service, and of those of an operation. What is not said of
 * an operation is as for its service, and what is not said of a service as for all.
 *
 * @throws UserError that names the file, the line and what is expected there.
 */
export async function readChaosFile(path: string): Promise<ChaosSettings> {
  return readYamlFile(path, shape, "docs/operating.md");
}

const rate = z.number().min(0).max(1);
const range = z.string().transform((text, context) => {
  const read = readRange(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "A time is written 2s, a range of times 200ms..2s." });
  return z.NEVER;
});
const rates = {
  throttle: rate.optional(),
  error: rate.optional(),
  drop: rate.optional(),
  slow: z.strictObject({ rate, by: range.optional() }).optional(),
};
const ofOperation = z.strictObject(rates);
const ofService = z.strictObject({ ...rates, operations: z.record(z.string(), ofOperation).optional() });
const stated = z.strictObject({
  seed: z.int().min(0).max(999_999_999).optional(),
  ...rates,
  services: z.record(z.string(), ofService).optional(),
});

const shape = stated.transform(({ seed = defaultChaosSeed, services = {}, ...ofAll }, context): ChaosSettings => {
  const all = overlaid(noFaults, ofAll);
  const places = [{ rates: all, path: [] }, ...Object.entries(services).flatMap((entry) => placesOf(all, entry))];
  for (const { name, rates: its, path } of places) {
    if (areTooMany(its)) context.addIssue({ code: "custom", message: tooManyFaults, path });
    if (name !== undefined && !isOperation(name)) {
      context.addIssue({ code: "custom", message: `The embedded AWS does not have ${name}.`, path });
    }
  }
  const named = places.flatMap(({ name, rates: its }) => (name === undefined ? [] : [[name, its] as const]));
  return { seed, rates: all, named: Object.fromEntries(named) };
});

/** Rates with the place where they are stated. */
interface Place {
  /** `kms` or `kms:Decrypt`; absent for those of all requests. */
  readonly name?: string;
  readonly rates: ChaosRates;
  readonly path: string[];
}

function placesOf(all: ChaosRates, [service, its]: readonly [string, z.infer<typeof ofService>]): Place[] {
  const { operations = {}, ...own } = its;
  const path = ["services", service];
  const ofThis = overlaid(all, own);
  const below = Object.entries(operations).map(([operation, rest]) => ({
    name: `${service}:${operation}`,
    rates: overlaid(ofThis, rest),
    path: [...path, "operations", operation],
  }));
  return [{ name: service, rates: ofThis, path }, ...below];
}

function overlaid(base: ChaosRates, { throttle, error, drop, slow }: z.infer<typeof ofOperation>): ChaosRates {
  return {
    throttle: throttle ?? base.throttle,
    error: error ?? base.error,
    drop: drop ?? base.drop,
    slow: slow?.rate ?? base.slow,
    slowness: slow?.by ?? base.slowness,
  };
}
