import { explain } from "../../../emulator/authorization/explain.ts";
import { expectGolden } from "../../reporters/golden.ts";
import { explainedCases } from "./explainedCases.ts";

describe("explaining a decision", () => {
  for (const one of explainedCases) {
    it(one.name, () => {
      expectGolden(`explanations/${one.file}.json`, `${JSON.stringify(explain(one.request), undefined, 2)}\n`);
    });
  }
});
