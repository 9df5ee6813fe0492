import { expect } from "chai";
import { OneTimeTokens, tokenLifetime } from "../../../../sandboxes/dashboard/security/oneTimeTokens.ts";

describe("one-time tokens", () => {
  let now = 1000;
  const tokens = () => new OneTimeTokens(() => now);

  it("can be typed", () => {
    expect(tokens().make()).to.match(/^([2-9a-hjkmnp-z]{5}-){4}[2-9a-hjkmnp-z]{5}$/);
  });

  it("are never the same", () => {
    const some = tokens();
    expect(new Set(Array.from({ length: 200 }, () => some.make())).size).to.equal(200);
  });

  it("work once", () => {
    const some = tokens();
    const token = some.make();
    expect([some.spend(token), some.spend(token)]).to.deep.equal([true, false]);
  });

  it("work each by itself", () => {
    const some = tokens();
    const [one, other] = [some.make(), some.make()];
    expect([some.spend(other), some.spend(one)]).to.deep.equal([true, true]);
  });

  for (const { name, typed, works } of [
    { name: "in large letters", typed: (token: string) => token.toUpperCase(), works: true },
    { name: "with a line break", typed: (token: string) => ` ${token}\n`, works: true },
    { name: "without its last letter", typed: (token: string) => token.slice(0, -1), works: false },
    { name: "empty", typed: () => "", works: false },
  ]) {
    it(`${works ? "work" : "do not work"} typed ${name}`, () => {
      const some = tokens();
      expect(some.spend(typed(some.make()))).to.equal(works);
    });
  }

  it("work for ten minutes", () => {
    const some = tokens();
    const [one, other] = [some.make(), some.make()];
    now += tokenLifetime - 1;
    expect(some.spend(one)).to.equal(true);
    now += 1;
    expect(some.spend(other)).to.equal(false);
    expect(tokenLifetime).to.equal(600_000);
  });
});
