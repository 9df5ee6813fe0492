import { join } from "node:path";
import { getEngine, getMonitor } from "@pulumi/pulumi/runtime/settings.js";
import { expect } from "chai";
import { openStack } from "../../sandboxes/deploy/openStack.ts";
import { testClass } from "../sandboxes/handover/testClass.ts";

/** Of gRPC: a channel that is closed for good. */
const shutdown = 4;

interface Connection {
  readonly getChannel: () => { getConnectivityState(tries: boolean): number };
}

function isConnection(client: unknown): client is Connection {
  return typeof client === "object" && client !== null && "getChannel" in client;
}

describe("the connections of a program to the engine", () => {
  for (const fails of [false, true]) {
    it(`are open while it runs, and closed after an operation that ${fails ? "failed" : "succeeded"}`, async () => {
      const autumn = await testClass([]);
      try {
        const engine = await openStack(join(autumn.elsewhere, "stack"), autumn.places.home.place);
        const clients: Connection[] = [];
        const states = () => clients.map((client) => client.getChannel().getConnectivityState(false) === shutdown);
        const up = engine.up(async () => {
          const all: readonly unknown[] = [getMonitor(), getEngine()];
          clients.push(...all.filter(isConnection));
          expect(states()).to.deep.equal([false, false]);
          if (fails) throw new Error("The program fails.");
        });
        expect(
          await up.then(
            () => false,
            () => true,
          ),
        ).to.equal(fails);
        expect(states()).to.deep.equal([true, true]);
      } finally {
        await autumn.close();
      }
    }).timeout(60_000);
  }
});
