import { expect } from "chai";

import { suggestion } from "../../../infra/environment/suggestion.ts";

describe("suggestion", () => {
  const known = ["first-key", "team-task-hub", "key", "tables"];
  for (const { word, says } of [
    { word: "frist-key", says: " (did you mean first-key?)" },
    { word: "TEAM-TASK-HUB", says: " (did you mean team-task-hub?)" },
    { word: "table", says: " (did you mean tables?)" },
    { word: "kye", says: " (did you mean key?)" },
    { word: "moonlight", says: "" },
    { word: 7, says: "" },
  ])
    it(`says ${says === "" ? "nothing" : `"${says}"`} of ${word}`, () =>
      expect(suggestion(word, known)).to.equal(says));
});
