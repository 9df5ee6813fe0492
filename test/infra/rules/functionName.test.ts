import { functionName } from "../../../infra/rules/functionName.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the name of a function", () => {
  ruleTable(functionName, {
    accepts: ["f", "my-function", "my_function", "x".repeat(64)],
    refuses: ["", "my function", "my.function", "a:b", "x".repeat(65)],
  });
});
