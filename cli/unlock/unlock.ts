import { UserError } from "../../errors/userError.ts";
import { tellableBackend } from "../../runner/backend.ts";
import { isAlive } from "../../runner/holder.ts";
import { recallAmbientAws } from "../ambientAws.ts";
import { ask } from "../ask.ts";
import { print, type Context } from "../context.ts";
import { lockText, type Lock, type Locks } from "./lock.ts";

/** What `keylab unlock` was told. */
export interface UnlockOptions {
  /** A URL, as Pulumi takes it. Default: `PULUMI_BACKEND_URL`, or `KEYLAB_BACKEND`. */
  readonly backend?: string;
  readonly yes?: boolean;
  /** Whether locks are removed as well whose process still runs. */
  readonly force?: boolean;
}

/**
 * Tells who has locked the stacks of a backend and since when, and removes the locks of those who are gone.
 *
 * @param stack as `stack` or `project/stack`; default: all
 * @throws UserError where no backend is known or its locks cannot be read, for a lock whose process still runs, and where nobody says yes.
 */
export async function unlock(stack: string | undefined, options: UnlockOptions, context: Context): Promise<void> {
  const locks = await locksOf(options, context);
  try {
    const all = await locks.list().catch(unreadable);
    const meant = all.filter((lock) => stack === undefined || lock.stack === stack || lock.stack.endsWith(`/${stack}`));
    if (meant.length === 0)
      return print(context, stack === undefined ? "No stack is locked." : `${stack} is not locked.`);
    for (const lock of meant) print(context, lockText(lock));
    refuseHeld(meant, options);
    await confirm(options, context);
    for (const lock of meant) await locks.remove(lock);
    print(context, "Unlocked. pulumi refresh finds out what the interrupted update has done.");
  } finally {
    await locks.close();
  }
}

async function locksOf({ backend }: UnlockOptions, { environment }: Context): Promise<Locks> {
  const url = [backend, environment.PULUMI_BACKEND_URL, environment.KEYLAB_BACKEND].find(Boolean);
  if (url?.startsWith("file://")) {
    const { fileLocks } = await import("./fileLocks.ts");
    return fileLocks(url);
  }
  if (url?.startsWith("s3://") && URL.canParse(url)) {
    const { s3Locks } = await import("./s3Locks.ts");
    recallAmbientAws(process.env, environment);
    return s3Locks(url);
  }
  if (url?.startsWith("postgres://")) {
    if (!URL.canParse(url)) throw unparsable();
    const { postgresLocks } = await import("./postgresLocks.ts");
    return postgresLocks(url, environment);
  }
  if (url === undefined) {
    throw new UserError("Which backend?", "Set PULUMI_BACKEND_URL, as keylab aws env does, or give --backend <url>.");
  }
  const shown = URL.canParse(url) ? ` ${tellableBackend(url)}` : "";
  throw new UserError(
    `The locks of the backend${shown} cannot be read: only those of file://, s3:// and postgres:// can.`,
    "pulumi up says who has locked a stack; pulumi cancel, in its project, unlocks it.",
  );
}

/** The URL is not told: it may hold a password. */
function unparsable(): UserError {
  return new UserError(
    "The URL of the backend cannot be understood.",
    "Write it as postgres://user@host:port/database. In a password, / is %2F, @ is %40, # is %23 and ? is %3F.",
  );
}

function refuseHeld(meant: readonly Lock[], { force = false }: UnlockOptions): void {
  const held = meant.find(isAlive);
  if (held === undefined || force) return;
  throw new UserError(
    `Process ${held.pid} still runs, and works on ${held.stack}.`,
    "Wait until it has ended, or end it with Ctrl-C. --force removes the lock nevertheless.",
    1,
  );
}

async function confirm({ yes = false }: UnlockOptions, context: Context): Promise<void> {
  if (yes) return;
  if (context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new UserError("There is no terminal to ask whether these may be removed.", "Pass --yes if they may.");
  }
  const answer = await ask("Remove these locks? [y/N] ", new AbortController().signal, context);
  if (!/^y(es)?$/i.test(answer.trim())) throw new UserError("Nothing was unlocked.", "Ask whoever holds the lock.", 1);
}

function unreadable(error: unknown): never {
  if (
    !(error instanceof Error) ||
    !("$metadata" in error || "code" in error || error.name === "CredentialsProviderError")
  )
    throw error;
  throw new UserError(
    `The backend cannot be read (${error.name}: ${error.message}).`,
    "Check its URL, and the AWS credentials of this shell.",
    1,
  );
}
