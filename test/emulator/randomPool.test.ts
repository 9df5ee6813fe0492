import { expect } from "chai";
import { RandomPool } from "../../emulator/randomPool.ts";

describe("the pool of random bytes", () => {
  it("gives as many bytes as are asked for, of which none are left zero", () => {
    const pool = new RandomPool();
    for (const length of [0, 1, 12, 255, 256, 257, 4_096, 10_000]) {
      // Enough times to use the pool up; sixteen zeros in a row are no accident.
      for (let time = 0; time < 100; time++) {
        const taken = pool.take(length);
        expect(taken.length).to.equal(length);
        expect(taken.includes(Buffer.alloc(16))).to.equal(false);
      }
    }
  });

  it("gives no bytes twice", () => {
    const pool = new RandomPool();
    const nonces = Array.from({ length: 20_000 }, () => pool.take(12).toString("hex"));
    expect(new Set(nonces).size).to.equal(nonces.length);
  });

  it("gives buffers of their own: whoever has one does not see the others", () => {
    const pool = new RandomPool();
    const taken = [12, 32, 256, 300].map((length) => pool.take(length));
    expect(taken.map(({ buffer }) => buffer.byteLength)).to.deep.equal([12, 32, 256, 300]);
    expect(new Set(taken.map(({ buffer }) => buffer)).size).to.equal(4);
  });
});
