import { deletionCanBeCancelled } from "../../../infra/guardrails/deletionCanBeCancelled.ts";
import { guardrailTable } from "./guardrailTable.ts";

describe("the guardrail deletion-can-be-cancelled", () => {
  guardrailTable(deletionCanBeCancelled, {
    keeps: [
      { name: "seven days", inputs: { deletionWindowInDays: 7 } },
      { name: "thirty days", inputs: { deletionWindowInDays: 30 } },
      { name: "AWS's default", inputs: {} },
    ],
    breaks: [
      {
        name: "six days",
        inputs: { deletionWindowInDays: 6 },
        problem: "is deleted after 6 days instead of 7 to 30",
      },
      {
        name: "what is no number",
        inputs: { deletionWindowInDays: "7" },
        problem: 'is deleted after "7" days instead of 7 to 30',
      },
    ],
  });
});
