import { expect } from "chai";
import { Chaos, type Fate } from "../../../emulator/chaos/chaos.ts";
import type { ChaosRates, ChaosSettings } from "../../../emulator/chaos/chaosSettings.ts";

const none: ChaosRates = { throttle: 0, error: 0, drop: 0, slow: 0, slowness: { from: 1, to: 2 } };

/** Draws many fates of requests of one operation. */
function draw(settings: ChaosSettings, count: number): Fate[] {
  const chaos = new Chaos(settings);
  chaos.begin();
  return Array.from({ length: count }, () => chaos.fateOf("kms", "Decrypt"));
}

describe("chaos", () => {
  it("draws the same fates from the same seed, others from another, and none before it has begun", () => {
    const rates = { ...none, throttle: 0.2, error: 0.2, drop: 0.2, slow: 0.5 };
    expect(draw({ seed: 1, rates }, 50)).to.deep.equal(draw({ seed: 1, rates }, 50));
    expect(draw({ seed: 1, rates }, 50)).not.to.deep.equal(draw({ seed: 2, rates }, 50));
    expect(new Chaos({ seed: 1, rates: { ...none, drop: 1 } }).fateOf("kms", "Decrypt")).to.deep.equal({ delay: 0 });
  });

  it("makes each fault about as often as it is told, both kinds of errors and of drops alike, and counts them", () => {
    const chaos = new Chaos({ seed: 1, rates: { ...none, throttle: 0.1, error: 0.2, drop: 0.4, slow: 0.5 } });
    chaos.begin();
    const fates = Array.from({ length: 10_000 }, () => chaos.fateOf("kms", "Decrypt"));
    const share = (fault: Fate["fault"]) => fates.filter((fate) => fate.fault === fault).length / fates.length;
    expect(share("throttled")).to.be.closeTo(0.1, 0.02);
    for (const error of ["internal failure", "unavailable"] as const) expect(share(error)).to.be.closeTo(0.1, 0.02);
    for (const drop of ["dropped before", "dropped after"] as const) expect(share(drop)).to.be.closeTo(0.2, 0.02);
    const { requests, throttled, failed, droppedBefore, droppedAfter, slowed } = chaos.counts;
    expect(requests).to.equal(10_000);
    expect(throttled / requests).to.equal(share("throttled"));
    expect(failed).to.be.within(1_800, 2_200);
    expect([droppedBefore / requests, droppedAfter / requests]).to.deep.equal([
      share("dropped before"),
      share("dropped after"),
    ]);
    expect(slowed).to.equal(fates.filter(({ delay }) => delay > 0).length);
    expect(slowed / requests).to.be.closeTo(0.5, 0.02);
  });

  it("answers later by a time of the range, both ends included", () => {
    const delays = draw({ seed: 1, rates: { ...none, slow: 1, slowness: { from: 5, to: 7 } } }, 200);
    expect(new Set(delays.map(({ delay }) => delay))).to.deep.equal(new Set([5, 6, 7]));
  });

  const requests: readonly (readonly [string | undefined, string])[] = [
    ["kms", "Decrypt"],
    ["kms", "Encrypt"],
    ["sts", "GetCallerIdentity"],
    [undefined, ""],
  ];
  const drops = { ...none, drop: 1 };
  for (const { name, settings, meets } of [
    {
      name: "every request",
      settings: { rates: drops },
      meets: ["kms:Decrypt", "kms:Encrypt", "sts:GetCallerIdentity", "?:"],
    },
    { name: "those of a service", settings: { named: { kms: drops } }, meets: ["kms:Decrypt", "kms:Encrypt"] },
    { name: "those of an operation", settings: { named: { "kms:Decrypt": drops } }, meets: ["kms:Decrypt"] },
    {
      name: "those of a service but for an operation",
      settings: { named: { kms: drops, "kms:Decrypt": none } },
      meets: ["kms:Encrypt"],
    },
    {
      name: "all but those of a service",
      settings: { rates: drops, named: { kms: none } },
      meets: ["sts:GetCallerIdentity", "?:"],
    },
  ]) {
    it(`meets ${name}, and leaves others alone`, () => {
      const chaos = new Chaos({ seed: 1, ...settings });
      chaos.begin();
      const met = requests.filter(([service, operation]) => chaos.fateOf(service, operation).fault !== undefined);
      expect(met.map(([service, operation]) => `${service ?? "?"}:${operation}`)).to.deep.equal(meets);
    });
  }
});
