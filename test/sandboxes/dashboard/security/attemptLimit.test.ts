import { expect } from "chai";
import { AttemptLimit } from "../../../../sandboxes/dashboard/security/attemptLimit.ts";

describe("a limit of attempts", () => {
  let now = 0;
  const limit = () => new AttemptLimit({ perAddress: 3, overall: 5, within: 1000 }, () => now);

  function fail(limited: AttemptLimit, address: string, times = 1): void {
    for (let time = 0; time < times; time += 1) limited.begin(address);
  }

  it("lets so many fail, and no more", () => {
    const limited = limit();
    fail(limited, "a", 3);
    expect(limited.begin("a")).to.equal(undefined);
    expect(limited.wait("a")).to.equal(1000);
  });

  it("leaves other addresses alone", () => {
    const limited = limit();
    fail(limited, "a", 3);
    expect(limited.begin("b")).not.to.equal(undefined);
    expect(limited.wait("b")).to.equal(0);
  });

  it("ends at so many in all, whatever the address", () => {
    const limited = limit();
    for (const address of ["a", "b", "c", "d", "e"]) fail(limited, address);
    expect(limited.begin("f")).to.equal(undefined);
  });

  it("counts no attempt that succeeded", () => {
    const limited = limit();
    for (let time = 0; time < 10; time += 1) limited.begin("a")?.forget();
    fail(limited, "a", 2);
    expect(limited.wait("a")).to.equal(0);
  });

  it("counts attempts that are still under way", () => {
    const limited = limit();
    const attempts = [1, 2, 3].map(() => limited.begin("a"));
    expect(limited.begin("a")).to.equal(undefined);
    attempts[0]?.forget();
    expect(limited.begin("a")).not.to.equal(undefined);
  });

  it("forgets after a while", () => {
    const limited = limit();
    fail(limited, "a");
    now += 400;
    fail(limited, "a", 2);
    expect(limited.wait("a")).to.equal(600);
    now += 600;
    expect(limited.wait("a")).to.equal(0);
    fail(limited, "a");
    expect(limited.wait("a")).to.equal(400);
  });
});
