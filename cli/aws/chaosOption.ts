import { InvalidArgumentError } from "commander";
import type { AwsServerOptions } from "../../targets/awsServer.ts";
import { readRange } from "./readRange.ts";

type Chaos = NonNullable<AwsServerOptions["chaos"]>;

/** Reads `--chaos`, such as `seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem`. Throws an InvalidArgumentError. */
export function readChaos(text: string): Chaos {
  const rates = { throttle: 0, error: 0, drop: 0, slow: 0 };
  let rest = { seed: 1, slowness: { from: 200, to: 2_000 } };
  let only: readonly string[] | undefined;
  for (const part of text.split(",")) {
    const [, name = "", value = ""] = /^\s*(\w+)=(\S+)\s*$/.exec(part) ?? [];
    const [rate = "", range] = value.split(":");
    if (name === "seed" && /^\d{1,9}$/.test(value)) rest = { ...rest, seed: Number(value) };
    else if (name === "only" && value.split("|").every((one) => /^[a-z0-9-]+(:\w+)?$/.test(one)))
      only = value.split("|");
    else if ((name === "throttle" || name === "error" || name === "drop") && isRate(value)) rates[name] = Number(value);
    else if (name === "slow" && isRate(rate)) {
      const slowness = range === undefined ? rest.slowness : readRange(range);
      if (!slowness) throw misunderstood(part);
      rates.slow = Number(rate);
      rest = { ...rest, slowness };
    } else throw misunderstood(part);
  }
  if (rates.throttle + rates.error + rates.drop > 1) {
    throw new InvalidArgumentError("The rates of throttle, error and drop are more than 1 together.");
  }
  return { ...rates, ...rest, only };
}

function isRate(text: string): boolean {
  return /^(0|1|0?\.\d+)$/.test(text);
}

function misunderstood(part: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `"${part}" is not understood. Write a list of throttle, error, drop (rates from 0 to 1), slow=<rate>:<range>, only=<service>|<service>:<Operation> and seed, such as seed=1,throttle=0.05,slow=0.05:200ms..2s,only=kms|dynamodb:GetItem.`,
  );
}
