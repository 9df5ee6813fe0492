import { alignColumns } from "../../reporters/text/alignColumns.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import type { ClassView, LeaseView } from "../../sandboxes/desk.ts";
import { print, type Context } from "../context.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withClass } from "./withClass.ts";

/** Shows all sandboxes of a class, or all that is known of them as JSON. */
export async function list(options: ClassOptions & { readonly json?: boolean }, context: Context): Promise<void> {
  await withClass(options, context, async (change) => {
    const view = await new ClassDesk(change).view();
    if (options.json === true) return print(context, JSON.stringify(view, undefined, 2));
    for (const line of classLines(view)) print(context, line);
  });
}

function classLines({ name, workshop, target, now, isolation, leases, problems = [] }: ClassView): string[] {
  const isElsewhere = leases.some(({ account, region }) => (account ?? region) !== undefined);
  const where = ({ account = "", region = "" }: LeaseView) => (isElsewhere ? [`${account} ${region}`.trim()] : []);
  const places = isElsewhere ? ["Account, region"] : [];
  const head = ["Sandbox", "Students", "State", "Until", "Checkpoints", "Latest denial", "USD", ...places];
  return [
    `Class ${name}: ${workshop} at ${target}, ${now}. Isolation: ${isolation}.`,
    ...alignColumns([head, ...leases.map((lease) => [...row(lease), ...where(lease)])]),
    ...problems,
  ];
}

function row({ id, students, state, until, checkpoints, denials, usage, stuckSince }: LeaseView): string[] {
  const reached = checkpoints.filter(({ reachedAt }) => reachedAt !== undefined).length;
  const [latest] = denials;
  return [
    id,
    students.map((student) => student.name ?? student.id).join(", "),
    stuckSince === undefined ? state : `${state}, stuck since ${stuckSince.slice(11, 16)}`,
    until,
    `${reached} of ${checkpoints.length}`,
    latest === undefined ? "" : `${latest.who}: ${latest.action}`,
    usage.estimatedCost.toFixed(2),
  ];
}
