import { page } from "../../reporters/documents.ts";
import { print, remark, type Context } from "../context.ts";
import { findRun } from "../runs/findRun.ts";
import { ensureReport } from "./ensureReport.ts";

/**
 * Opens the report of a run in the browser, and prints its path, which is all that can be done where there is no browser.
 *
 * @param run its id; absent: the last one.
 * @param browse opens a file in the browser.
 * @throws UserError when there is no such run, or its report cannot be made.
 */
export async function openReport(
  run: string | undefined,
  context: Context,
  browse: (path: string) => Promise<unknown> = inBrowser,
): Promise<void> {
  const path = await ensureReport(await findRun(run, context), page);
  print(context, path);
  if (!hasDesktop(context)) return;
  try {
    await browse(path);
  } catch (error) {
    remark(context, `No browser could be opened: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether there is a desktop to open something on. Elsewhere than on macOS and Windows, variables say where it is. */
function hasDesktop({ environment }: Context): boolean {
  const isSet = (name: string) => (environment[name] ?? "") !== "";
  if (["CI", "SSH_CONNECTION"].some(isSet)) return false;
  return (
    ["darwin", "win32"].includes(process.platform) || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].some(isSet)
  );
}

async function inBrowser(path: string): Promise<void> {
  const { default: open } = await import("open");
  await open(path);
}
