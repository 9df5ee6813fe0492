import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { withLock } from "../../runner/withLock.ts";
import { WrittenFiles } from "./writtenFiles.ts";

/** Whoever writes at the moment is waited for that many seconds. */
const patience = 30;

/**
 * Works on the files that were written for a class, which nobody else works on meanwhile.
 *
 * @throws UserError where another process does not let go of them.
 */
export async function withHandOuts<Result>(
  classPath: string,
  work: (files: WrittenFiles) => Promise<Result>,
): Promise<Result> {
  const lock = { folder: classPath, lockfilePath: join(classPath, "hand-outs.lock"), retries: patience };
  const worked = await withLock(lock, async () => {
    const files = new WrittenFiles(classPath);
    const result = await work(files);
    files.shortenJournal();
    return result;
  });
  if ("result" in worked) return worked.result;
  throw new UserError(
    `Hand-outs of the class are written or deleted by ${worked.heldBy}.`,
    "Try again when it is through.",
    1,
  );
}
