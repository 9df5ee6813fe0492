import { expect } from "chai";
import { Clock } from "../../emulator/clock.ts";
import { thrownBy } from "../support/thrownBy.ts";

describe("the clock of an instance", () => {
  it("runs with the wall clock", () => {
    expect(Math.abs(new Clock().now().getTime() - Date.now())).to.be.below(50);
  });

  it("adds up how far it has been advanced", () => {
    const clock = new Clock();
    clock.advance(1_000);
    clock.advance(0);
    clock.advance(86_400_000);
    expect(Math.abs(clock.now().getTime() - Date.now() - 86_401_000)).to.be.below(50);
  });

  it("knows the time of this machine, however far it has been advanced and wherever it stands", () => {
    for (const clock of [new Clock(), new Clock(new Date(0))]) {
      clock.advance(86_400_000);
      expect(Math.abs(clock.wall().getTime() - Date.now())).to.be.below(50);
    }
  });

  it("calls back after each advance, when the new time already counts", () => {
    const clock = new Clock();
    const heard: number[] = [];
    clock.onAdvance(() => heard.push(Math.round((clock.now().getTime() - Date.now()) / 1_000)));
    clock.advance(10_000);
    clock.advance(20_000);
    expect(heard).to.deep.equal([10, 30]);
  });

  for (const milliseconds of [-1, 0.5, NaN, Infinity, Number.MAX_SAFE_INTEGER, Date.UTC(9999, 11, 31)]) {
    it(`does not go ${milliseconds} milliseconds`, () => {
      const clock = new Clock();
      thrownBy(() => clock.advance(milliseconds), RangeError);
      expect(Math.abs(clock.now().getTime() - Date.now())).to.be.below(50);
    });
  }
});
