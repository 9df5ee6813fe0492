import { UserError } from "../../errors/userError.ts";
import { alignColumns } from "../../reporters/text/alignColumns.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import type { IsolationRecord } from "../../sandboxes/classes/classRecord.ts";
import type { LeaseView } from "../../sandboxes/desk.ts";
import { counted } from "../aws/counted.ts";
import { print, type Context } from "../context.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withClass } from "./withClass.ts";

/** Shows one sandbox: what was done in it, what was refused, what it uses, how it came to its state. Throws a UserError if there is none. */
export async function show(lease: string, options: ClassOptions, context: Context): Promise<void> {
  await withClass(options, context, async (change) => {
    const { leases, problems = [] } = await new ClassDesk(change).view();
    const view = leases.find(({ id }) => id === lease);
    if (!view)
      throw new UserError(`The class has no sandbox ${JSON.stringify(lease)}.`, "keylab sandbox list names them all.");
    const { isolation } = change.folder;
    for (const line of leaseLines(view, isolation && isolationText(lease, isolation))) print(context, line);
    for (const problem of problems) print(context, problem);
    const { history } = change.folder.leases.get(lease);
    print(context, "\nHistory");
    for (const line of alignColumns(history.map(({ at, state, reason }) => [`  ${at}`, state, reason])))
      print(context, line);
  });
}

/** What was proved of a sandbox, and when. */
function isolationText(lease: string, { at, leases, sums = [], breaks }: IsolationRecord): string {
  const sum = sums.find((one) => one.lease === lease);
  if (!leases.includes(lease)) return "not proved yet";
  if (sum === undefined) return `${breaks.length === 0 ? "proved" : "broken"}, ${at}`;
  const tried = `${counted(sum.attempts, "attempt")} to get at ${counted(sum.others, "other sandbox", "other sandboxes")} and beyond`;
  return `${tried}: ${sum.open === 0 ? "all denied" : `${sum.open} NOT DENIED`}, ${at}`;
}

function leaseLines(
  {
    id,
    students,
    account,
    region,
    blueprint,
    state,
    until,
    joinCode,
    checkpoints,
    denials,
    usage,
    remaining,
  }: LeaseView,
  isolation = "not proved yet",
): string[] {
  const facts = [
    ["Students", students.map((student) => student.name ?? student.id).join(", ")],
    ...(account === undefined ? [] : [["Account", account]]),
    ...(region === undefined ? [] : [["Region", region]]),
    ["Blueprint", blueprint],
    ["State", state],
    ["Until", until],
    ["Join code", joinCode],
    ["Isolation", isolation],
    [
      "Usage",
      `keys ${usage.keys}, tables ${usage.tables}, requests ${usage.requests}, about ${usage.estimatedCost.toFixed(2)} USD`,
    ],
  ];
  const reached = checkpoints.map(({ title, reachedAt = "" }) => [reachedAt === "" ? "  ·" : "  ✔", title, reachedAt]);
  return [
    `Sandbox ${id}`,
    ...alignColumns(facts.map(([name = "", value = ""]) => [`  ${name}`, value])),
    "\nCheckpoints",
    ...alignColumns(reached),
    ...(denials.length === 0 ? [] : ["\nLatest denials"]),
    ...denials.map(({ at, who, action, explanation }) => `  ${at}  ${who}  ${action}\n    ${explanation}`),
    ...(remaining.length === 0 ? [] : ["\nLeft"]),
    ...remaining.map(({ item, reason }) => `  ${item}\n    ${reason}`),
  ];
}
