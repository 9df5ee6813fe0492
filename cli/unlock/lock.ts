import { hostname } from "node:os";
import { z } from "zod";

const written = z.object({
  pid: z.number().int(),
  username: z.string(),
  hostname: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
});

/** That somebody changes a stack, as Pulumi writes it into a backend that is no service. */
export interface Lock extends z.infer<typeof written> {
  /** `project/stack` */
  readonly stack: string;
  /** Where it is, below the root of the backend. */
  readonly path: string;
}

/** The locks of a backend. */
export interface Locks {
  list(): Promise<readonly Lock[]>;
  remove(lock: Lock): Promise<void>;
  close(): Promise<void> | void;
}

/** Below the root of a backend. */
export const locksFolder = ".pulumi/locks/";

/** Reads a lock. Nothing if it is none, as of somebody who is still writing it. */
export function readLock(path: string, text: string): Lock | undefined {
  const [project, stack] = path
    .slice(path.indexOf(locksFolder) + locksFolder.length)
    .split("/")
    .slice(-3);
  try {
    const { data } = written.safeParse(JSON.parse(text));
    return data && { ...data, stack: `${project ?? ""}/${stack ?? ""}`, path };
  } catch {
    return undefined;
  }
}

/** Whether the process that holds the lock is on this machine and still lives. */
export function isHeld({ pid, hostname: host }: Lock): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Who holds it, and since when. */
export function lockText(lock: Lock, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(lock.timestamp).getTime()) / 60_000);
  const ago =
    minutes < 1 ? "less than a minute" : minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
  const life =
    lock.hostname !== hostname() ? "on another machine" : isHeld(lock) ? "which still runs" : "which has ended";
  return `${lock.stack} is locked by ${lock.username}@${lock.hostname}, process ${lock.pid}, ${life}, since ${lock.timestamp} (${ago}).`;
}
