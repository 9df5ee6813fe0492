import { expect } from "chai";

import { atLeastOne } from "../../../infra/rules/atLeastOne.ts";
import { ruleTable } from "../ruleTable.ts";

describe("a list that may not be empty", () => {
  ruleTable(atLeastOne("administrator"), { accepts: [["a"], ["a", "b"]], refuses: [[]] });

  it("says what is needed", () => expect(atLeastOne("administrator").allowed).to.equal("at least one administrator"));
});
