import { expect } from "chai";

import { oneOfNames } from "../../../infra/rules/oneOfNames.ts";
import { ruleTable } from "../ruleTable.ts";

describe("a name that stands elsewhere", () => {
  ruleTable(oneOfNames(["Ada", "Bob"]), { accepts: ["Ada", "Bob"], refuses: ["ada", "", "Charles"] });
  it("names what could be meant", () => expect(oneOfNames(["Ada", "Bob"]).allowed).to.equal("Ada or Bob"));
});
