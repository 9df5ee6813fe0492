import { EventEmitter } from "node:events";
import { expect } from "chai";
import { Interrupted, listenForInterruption } from "../../cli/interruption.ts";

describe("an interruption", () => {
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
