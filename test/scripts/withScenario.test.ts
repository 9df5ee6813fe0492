import { expect } from "chai";
import { withScenario } from "../../scripts/withScenario.ts";

const index = `import type { Scenario } from "./contract/scenario.ts";
import keyDisabled from "./dynamodb/key-disabled.ts";
import hmac from "./kms/hmac.ts";

/** Every scenario. */
export const scenarios: readonly Scenario[] = [
  keyDisabled,
  hmac,
];
`;

describe("withScenario", () => {
  const cases = [
    { id: "kms/for-a-while", constant: "forAWhile", order: ["keyDisabled", "forAWhile", "hmac"], why: "by its name" },
    {
      id: "ebs/key-disabled",
      constant: "ebsKeyDisabled",
      order: ["keyDisabled", "ebsKeyDisabled", "hmac"],
      why: "with its area where the name is taken",
    },
    {
      id: "kms/delete",
      constant: "kmsDelete",
      order: ["keyDisabled", "kmsDelete", "hmac"],
      why: "with its area where the name might be a keyword",
    },
    { id: "zoo/two-keys", constant: "twoKeys", order: ["keyDisabled", "hmac", "twoKeys"], why: "at the end" },
  ];
  for (const { id, constant, order, why } of cases) {
    it(`lists ${id} in its place, ${why}`, () => {
      const text = withScenario(index, id);
      expect(text).to.contain(`\nimport ${constant} from "./${id}.ts";\n`);
      expect([...text.matchAll(/^import (\w+) from/gm)].map((match) => match[1])).to.deep.equal(order);
      expect([...text.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1])).to.deep.equal(order);
      expect(text).to.match(/^import type .*\nimport .*\n(.*\n)+\n\/\*\* Every scenario\. \*\/\n/);
    });
  }
});
