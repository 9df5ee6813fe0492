import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import type { Call } from "../../../emulator/call.ts";
import { openWorld, type OpenWorld, type WorldSettings } from "../../../emulator/openWorld.ts";
import type { Operation } from "../../../emulator/operation.ts";
import { Registry } from "../../../emulator/registry.ts";
import { services } from "../../../emulator/services/services.ts";
import { SampleInputs } from "../authorization/samples/sampleInputs.ts";
import { caller, region, type Invoke } from "../authorization/samples/serviceSamples.ts";
import { KeptStore } from "./keptStore.ts";

const registry = new Registry(services);
const minute = { from: 1_000, to: 60_000 };
const settings: WorldSettings = {
  registry,
  rootSecret: "test",
  // What the samples make is used at once, so that only this can take its time.
  surroundings: { lag: { seed: 1, delays: { grant: minute, keyPolicy: minute } } },
  clockStandsAt: new Date("2026-01-01T00:00:00Z"),
  reportBug: (error) => {
    throw error;
  },
};
const origin = { sourceIp: "192.0.2.1", userAgent: "test" };
const operations = services.flatMap((service) => service.operations);

function callBy(by: Call["caller"], id: string): Call {
  return { caller: by, region, requestId: id, wireRequestId: id, origin };
}

/** How a call ends, without what is not kept: an answer, or the code of an error. */
async function ending(world: OpenWorld, read: Operation<unknown, object>, input: object): Promise<unknown> {
  try {
    return structuredClone(await world.dispatcher.perform(read, input, callBy(caller, "read")));
  } catch (error) {
    if (error instanceof AwsError) return error.code;
    throw error;
  }
}

/** What every operation that only reads answers, by its name. */
async function answers(world: OpenWorld, inputs: SampleInputs): Promise<Record<string, unknown>> {
  world.journal.stopKeeping();
  const found: Record<string, unknown> = {};
  // Reading is recorded, too: what was recorded is asked for first.
  const reads = operations.filter(({ readOnly }) => readOnly);
  for (const read of reads.toSorted((one, other) => Number(isLookup(other)) - Number(isLookup(one)))) {
    const name = `${read.service}:${read.name}`;
    if (!madeAnew.has(name)) found[name] = await ending(world, read, inputs.of(read));
  }
  return found;
}

function isLookup({ name }: Operation<unknown, object>): boolean {
  return name === "LookupEvents";
}

/** What differs from one call to the next; and the last use of a key, which is not kept where a call only reads. */
const madeAnew: ReadonlySet<string> = new Set([
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyPair",
  "kms:GenerateDataKeyPairWithoutPlaintext",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:GenerateRandom",
  "kms:GetKeyLastUsage",
  "kms:GetParametersForImport",
  "kms:ReEncrypt",
  "kms:Sign",
  "secretsmanager:GetRandomPassword",
  "sts:GetFederationToken",
  "sts:GetSessionToken",
]);

/** Calls of all operations that change something, those last that take something away. */
const changes = operations
  .filter(({ readOnly, leavesNothing }) => !readOnly && leavesNothing === undefined)
  .toSorted((one, other) => Number(takesAway(one.name)) - Number(takesAway(other.name)));

function takesAway(name: string): boolean {
  return /^(Delete|Remove|Untag|Detach|Schedule|Disable|Revoke|Retire|Deactivate|Stop|Disassociate)/.test(name);
}

const histories: Readonly<Record<string, readonly Operation<unknown, object>[]>> = {
  "once everything is there": [],
  "once everything has been changed": changes.filter(({ name }) => !takesAway(name)),
  "once everything has been changed and taken away": changes,
};

describe("A world that is made anew of its journal answers every question as the one that it was made of", () => {
  for (const [when, history] of Object.entries(histories)) {
    it(when, async () => {
      const store = new KeptStore();
      const world = await openWorld(settings, store);
      let calls = 0;
      const invoke: Invoke = (called, input, by = caller, id = String(++calls)) =>
        world.dispatcher.invoke(called, input, callBy(by, id));
      const inputs = await SampleInputs.make(registry, invoke);
      for (const change of history) await invoke(change, inputs.of(change)).catch(throwUnlessAws);
      const again = await openWorld(settings, store);
      const differing = differences(await answers(world, inputs), await answers(again, inputs));
      expect(differing).to.deep.equal({});
      await Promise.all([world.close(), again.close()]);
    });
  }
});

function throwUnlessAws(error: unknown): void {
  if (!(error instanceof AwsError)) throw error;
}

function differences(expected: Record<string, unknown>, found: Record<string, unknown>): Record<string, unknown> {
  const differing = Object.keys(expected).filter((name) => !isDeepStrictEqual(expected[name], found[name]));
  return Object.fromEntries(differing.map((name) => [name, { expected: expected[name], found: found[name] }]));
}
