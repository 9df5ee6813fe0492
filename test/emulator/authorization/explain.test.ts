import { explain } from "../../../emulator/authorization/explain.ts";
import { expectGolden } from "../../reporters/golden.ts";
import { explainedCases } from "./explainedCases.ts";

describe("explaining a decision", () => {
  for (const { name, file, request } of explainedCases) {
    it(name, () => {
      expectGolden(`explanations/${file}.json`, `${JSON.stringify(explain(request), undefined, 2)}\n`);
    });
  }
});
