import { expect } from "chai";
import { slug } from "../../../sandboxes/roster/slug.ts";

const names = [
  ["Zoë Müller", "zoe-muller"],
  ["Ada", "ada"],
  ["Łukasz Đorđević", "lukasz-dorde"],
  ["Jürgen Groß", "jurgen-gross"],
  ["Þóra Ægisdóttir", "thora-aegisd"],
  ["O'Brien", "obrien"],
  ["D’Angelo", "dangelo"],
  ["Maximiliane Muster", "maximiliane"],
  ["  --Ann_Marie..Smith-- ", "ann-marie-sm"],
  ["3 Musketeers", "musketeers"],
  ["ＦＵＬＬ", "full"],
  ["Işıl", "isil"],
  ["İpek", "ipek"],
  ["王 Wei", "wei"],
  ["s-17", "s-17"],
  ["zoe@example.com", "zoe-example"],
] as const;

describe("a name in the name of a resource", () => {
  for (const [name, expected] of names) {
    it(`is ${expected} for ${name}`, () => {
      expect(slug(name)).to.equal(expected);
    });
  }

  for (const name of ["王伟", "Иван", "محمد", "1234", "", "👩", "---"]) {
    it(`is missing for "${name}"`, () => {
      expect(slug(name)).to.equal(undefined);
    });
  }
});
