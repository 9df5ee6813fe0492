import { InvalidArgumentError } from "commander";
import type { AwsServerOptions } from "../../targets/awsServer.ts";
import { readRange } from "./readRange.ts";

type Chaos = NonNullable<AwsServerOptions["chaos"]>;

/** Reads `--chaos`, such as `seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem`. Throws an InvalidArgumentError. */
export function readChaos(text: string): Chaos {
  const parts = text.split(",").map(readPart);
  const chaos = parts.reduce<Chaos>((sum, part) => ({ ...sum, ...part }), nothing);
  if (chaos.throttle + chaos.error + chaos.drop > 1) {
    throw new InvalidArgumentError("The rates of throttle, error and drop are more than 1 together.");
  }
  return chaos;
}

const nothing: Chaos = { seed: 1, throttle: 0, error: 0, drop: 0, slow: 0, slowness: { from: 200, to: 2_000 } };

function readPart(part: string): Partial<Chaos> {
  const [, name = "", value = ""] = /^\s*(\w+)=(\S+)\s*$/.exec(part) ?? [];
  const read = readers[name]?.(value);
  if (read) return read;
  throw misunderstood(part);
}

/** What each name makes of its value; nothing where it makes no sense. */
const readers: Readonly<Record<string, ((value: string) => Partial<Chaos> | undefined) | undefined>> = {
  seed: (value) => (/^\d{1,9}$/.test(value) ? { seed: Number(value) } : undefined),
  throttle: (value) => (isRate(value) ? { throttle: Number(value) } : undefined),
  error: (value) => (isRate(value) ? { error: Number(value) } : undefined),
  drop: (value) => (isRate(value) ? { drop: Number(value) } : undefined),
  slow: (value) => {
    const [rate = "", range] = value.split(":");
    const slowness = range === undefined ? nothing.slowness : readRange(range);
    return isRate(rate) && slowness ? { slow: Number(rate), slowness } : undefined;
  },
  only: (value) => {
    const only = value.split("|");
    return only.every((one) => /^[a-z0-9-]+(:\w+)?$/.test(one)) ? { only } : undefined;
  },
};

function isRate(text: string): boolean {
  return /^(0|1|0?\.\d+)$/.test(text);
}

function misunderstood(part: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `"${part}" is not understood. Write a list of throttle, error, drop (rates from 0 to 1), slow=<rate>:<range>, only=<service>|<service>:<Operation> and seed, such as seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem.`,
  );
}
