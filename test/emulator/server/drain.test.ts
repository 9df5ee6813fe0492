import { ListKeysCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { ChaosSettings } from "../../../emulator/chaos/chaosSettings.ts";
import { clientsFor, startTestEmulator, type Emulator } from "../../support/emulator.ts";

const allSlow = (milliseconds: number): ChaosSettings => ({
  seed: 1,
  rates: { throttle: 0, error: 0, drop: 0, slow: 1, slowness: { from: milliseconds, to: milliseconds } },
});

/** Resolves when so many requests are under way. */
async function underWay({ chaos }: Emulator, count: number): Promise<void> {
  for (let tries = 0; tries < 500 && chaos?.counts.slowed !== count; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(chaos?.counts.slowed).to.equal(count);
}

describe("an embedded AWS that is stopped", () => {
  it("answers all requests that are under way, and takes no more", async () => {
    const emulator = await startTestEmulator({ chaos: allSlow(400) });
    const { kms } = clientsFor(emulator);
    const calls = Array.from({ length: 20 }, () => kms.send(new ListKeysCommand({})));
    await underWay(emulator, 20);
    const begin = performance.now();
    const stopped = emulator.stop();
    const refused = await fetch(`${emulator.url}/_keylab/health`).catch(() => "refused");
    expect((await Promise.all(calls)).map(({ Keys }) => Keys)).to.deep.equal(calls.map(() => []));
    await stopped;
    expect(refused).to.equal("refused");
    // The clients' connections, which they would keep, do not hold it up.
    expect(performance.now() - begin).to.be.below(2_000);
  });

  it("ends what is not answered in time", async () => {
    const emulator = await startTestEmulator({ chaos: allSlow(1_500), drainMilliseconds: 200 });
    const { kms } = clientsFor(emulator);
    const call = kms.send(new ListKeysCommand({})).then(
      () => "answered",
      () => "cut off",
    );
    await underWay(emulator, 1);
    const begin = performance.now();
    await emulator.stop();
    expect(performance.now() - begin).to.be.within(150, 1_000);
    expect(await call).to.equal("cut off");
  });

  it("ends at once if nothing is under way, although clients keep their connections", async () => {
    const emulator = await startTestEmulator();
    await clientsFor(emulator).kms.send(new ListKeysCommand({}));
    const begin = performance.now();
    await emulator.stop();
    expect(performance.now() - begin).to.be.below(1_000);
  });
});
