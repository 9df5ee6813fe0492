import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import type { Context } from "../context.ts";
import { findClass } from "./classesFolder.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withWorkplace } from "./withWorkplace.ts";

/** Works with a class at the place where it is. Throws a UserError where there is none. */
export async function withClass<Result>(
  options: ClassOptions,
  context: Context,
  work: (change: ChangePlace) => Promise<Result>,
): Promise<Result> {
  const { folder, record } = findClass(options.class, context);
  const accounts = () => folder.accounts ?? [];
  const wish = { target: options.target ?? record.target, options, accounts };
  return withWorkplace(wish, context, async (places) => work({ folder, record, places }));
}
