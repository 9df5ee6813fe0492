import { hostname, userInfo } from "node:os";
import * as z from "zod";

/** Who works on something that only one process may work on at a time, and since when. */
export const holder = z.object({
  pid: z.number().int(),
  username: z.string(),
  hostname: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
});

/** Who works on something that only one process may work on at a time, and since when. */
export type Holder = z.infer<typeof holder>;

/** This process, from now on. */
export function thisProcess(): Holder {
  return { pid: process.pid, username: username(), hostname: hostname(), timestamp: new Date().toISOString() };
}

/** Whether the process is on this machine and still lives. */
export function isAlive({ pid, hostname: host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Who it is, whether the process still runs as far as can be seen, and since when: the end of a sentence that ends in "by". */
export function holderText(by: Holder, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - new Date(by.timestamp).getTime()) / 60_000);
  const ago =
    minutes < 1 ? "less than a minute" : minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
  const life = by.hostname !== hostname() ? "on another machine" : isAlive(by) ? "which still runs" : "which has ended";
  return `${by.username}@${by.hostname}, process ${by.pid}, ${life}, since ${by.timestamp} (${ago})`;
}

function username(): string {
  try {
    return userInfo().username;
  } catch {
    // In a container the user may have a number and no name.
    return `${process.getuid?.() ?? "somebody"}`;
  }
}
