import { EventEmitter } from "node:events";
import { expect } from "chai";
import { Interrupted, interruptible, listenForInterruption } from "../../cli/interruption.ts";

const listen = () => {
  const signals = new EventEmitter();
  const told: number[] = [];
  const time = { now: 0 };
  const interruption = listenForInterruption(
    signals,
    (times) => told.push(times),
    () => time.now,
  );
  return { signals, told, time, interruption };
};

describe("an interruption", () => {
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    it(`is ${name}, and aborts what is under way`, () => {
      const { signals, told, interruption } = listen();
      expect(interruption.signal.aborted).to.equal(false);
      signals.emit(name);
      expect(interruption.signal.reason).to.be.instanceOf(Interrupted);
      expect(told).to.deep.equal([1]);
    });
  }

  it("is counted once for each key press, although npm passes on what the terminal has sent", () => {
    const { signals, told, time } = listen();
    signals.emit("SIGINT");
    time.now = 20;
    signals.emit("SIGINT");
    expect(told).to.deep.equal([1]);
    time.now = 2000;
    signals.emit("SIGINT");
    expect(told).to.deep.equal([1, 2]);
  });

  it("is not listened for any more after the end", () => {
    const { signals, told, interruption } = listen();
    interruption.stop();
    signals.emit("SIGINT");
    expect(told).to.deep.equal([]);
    expect(interruption.signal.aborted).to.equal(false);
  });
});

describe("work that can be interrupted", () => {
  const fail = (error: Error) => () => Promise.reject(error);
  const outcome = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

  it("fails with its own error as long as nobody interrupts it, and with the interruption afterwards", async () => {
    const { signals, interruption } = listen();
    const error = new Error("boom");
    expect(await outcome(interruptible(interruption.signal, fail(error)))).to.equal(error);
    signals.emit("SIGINT");
    expect(await outcome(interruptible(interruption.signal, fail(error)))).to.be.instanceOf(Interrupted);
  });

  it("yields what it yields, interrupted or not", async () => {
    const { signals, interruption } = listen();
    signals.emit("SIGINT");
    expect(await interruptible(interruption.signal, async () => 1)).to.equal(1);
  });
});
