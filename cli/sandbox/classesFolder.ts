import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { ClassFolder, classNames } from "../../sandboxes/classes/classFolder.ts";
import type { ClassRecord } from "../../sandboxes/classes/classRecord.ts";
import type { Context } from "../context.ts";
import { keylabFolder } from "../keylabFolder.ts";

/** Where the classes are. */
export function classesFolder(context: Pick<Context, "workingFolder">): string {
  return join(keylabFolder(context), "classes");
}

/** A class that was begun. */
export interface KnownClass {
  readonly folder: ClassFolder;
  readonly record: ClassRecord;
}

/**
 * The class of that name, or the only one.
 *
 * @throws UserError if there is none, or if there are several and none was named.
 */
export function findClass(name: string | undefined, context: Pick<Context, "workingFolder">): KnownClass {
  const path = classesFolder(context);
  const names = classNames(path);
  const [only, ...others] = name === undefined ? names : names.filter((one) => one === name);
  if (only !== undefined && others.length === 0) {
    const folder = new ClassFolder(join(path, only));
    const { record } = folder;
    if (record) return { folder, record };
  }
  if (names.length === 0) {
    throw new UserError(
      "There is no class here.",
      "keylab sandbox up begins one, in the folder in which it is given.",
      1,
    );
  }
  const which = name === undefined ? "Which class?" : `There is no class ${JSON.stringify(name)}.`;
  throw new UserError(which, `Give --class with one of these: ${names.join(", ")}.`);
}
