import { getEventListeners, once } from "node:events";
import { expect } from "chai";
import { withOwnSignal } from "../../runner/withOwnSignal.ts";

describe("a signal of its own for some work", () => {
  const forgetful = async (own: AbortSignal | undefined) => own?.addEventListener("abort", () => undefined);

  it("leaves nothing at the signal of the whole, whatever the work has left at its own, and however it ended", async () => {
    const { signal } = new AbortController();
    await withOwnSignal(signal, forgetful);
    const failed = withOwnSignal(signal, async (own) => {
      await forgetful(own);
      throw new Error("It failed.");
    });
    expect(await failed.catch(String)).to.equal("Error: It failed.");
    expect(getEventListeners(signal, "abort")).to.deep.equal([]);
  });

  it("is aborted with the whole, for the same reason", async () => {
    const whole = new AbortController();
    const reason = await withOwnSignal(whole.signal, async (own) => {
      if (!own) throw new Error("There is no signal.");
      setImmediate(() => whole.abort("it is enough"));
      await once(own, "abort");
      return own.reason as unknown;
    });
    expect(reason).to.equal("it is enough");
  });

  it("is none where there is none", async () => {
    expect(await withOwnSignal(undefined, async (own) => own)).to.equal(undefined);
  });
});
