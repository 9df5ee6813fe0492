import { resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { ClassDesk } from "../../sandboxes/classDesk.ts";
import { handOut as handOutSandboxes, type HandedOut, type HandOutOrder } from "../../sandboxes/handover/handOut.ts";
import { handOutsFolder } from "../../sandboxes/handover/handOutsFolder.ts";
import type { Encryption } from "../../sandboxes/handover/writeEncrypted.ts";
import { counted } from "../aws/counted.ts";
import { print, type Context } from "../context.ts";
import { writeProblem } from "../keylabFolder.ts";
import type { ClassOptions } from "./classOptions.ts";
import { withClass } from "./withClass.ts";

/** What `keylab sandbox hand-out` was told. */
export interface HandOutOptions extends ClassOptions {
  /** The folder for the files. Default: in the folder of the class. */
  readonly out?: string;
  /** Public keys of age, and files of them. */
  readonly age?: readonly string[];
  /** Whether there is an archive with a password for each. */
  readonly password?: boolean;
  /** An HTML file. */
  readonly sheet?: string;
}

/**
 * Writes what is handed out of the sandboxes that are named, or of all that are open and proved, and tells where.
 *
 * @throws UserError for what may not be handed out, and for places that cannot be written.
 */
export async function handOut(sandboxes: readonly string[], options: HandOutOptions, context: Context): Promise<void> {
  const encryption = await readEncryption(options, context);
  const { workingFolder } = context;
  await withClass(options, context, async (change) => {
    const out = options.out === undefined ? handOutsFolder(change.folder.path) : resolve(workingFolder, options.out);
    const isSheetOnly = options.sheet !== undefined && options.out === undefined && encryption === undefined;
    const order: HandOutOrder = {
      sandboxes,
      ...(!isSheetOnly && { out }),
      ...(encryption && { encryption }),
      ...(options.sheet !== undefined && { sheet: readSheet(options.sheet, workingFolder) }),
    };
    const handed = await handOutSandboxes(order, new ClassDesk(change), change).catch((error: unknown) => {
      throw asWriteProblem(error, out);
    });
    for (const line of lines(handed, encryption)) print(context, line);
  });
}

async function readEncryption(
  { age, password = false }: HandOutOptions,
  { workingFolder }: Context,
): Promise<Encryption | undefined> {
  if (age !== undefined && password) {
    throw new UserError("How are the files encrypted?", "Give --age or --password, and not both.");
  }
  if (password) return { kind: "password" };
  if (age === undefined) return undefined;
  // Loaded only where it is used: age brings much of cryptography with it.
  const { readRecipients } = await import("./readRecipients.ts");
  return { kind: "age", recipients: await readRecipients(age, workingFolder) };
}

function readSheet(file: string, workingFolder: string): string {
  if (/\.html?$/i.test(file)) return resolve(workingFolder, file);
  throw new UserError(`The sheet ${file} is no HTML file.`, "Give a name that ends in .html; a browser prints it.");
}

function asWriteProblem(error: unknown, out: string): unknown {
  const path = error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : out;
  return writeProblem(path, error) ?? error;
}

function lines({ sandboxes, paths, passwords, sheet }: HandedOut, encryption: Encryption | undefined): string[] {
  const how = encryption === undefined ? "in clear" : encryption.kind === "age" ? "for age" : "with a password each";
  return [
    `${counted(sandboxes.length, "sandbox", "sandboxes")} handed out: ${sandboxes.join(", ")}.`,
    ...(paths.length === 0 ? [] : [`Files, ${how}:`, ...paths.map((path) => `  ${path}`)]),
    ...(passwords === undefined ? [] : [`Passwords, for you alone: ${passwords}`]),
    ...(sheet === undefined ? [] : [`Sheet, in clear: ${sheet}`]),
    "keylab sandbox end deletes them. It does not know of copies.",
  ];
}
