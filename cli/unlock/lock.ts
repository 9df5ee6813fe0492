import { holder, holderText, type Holder } from "../../runner/holder.ts";

/** That somebody changes a stack, as Pulumi writes it into a backend that is no service. */
export interface Lock extends Holder {
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
    const { data } = holder.safeParse(JSON.parse(text));
    return data && { ...data, stack: `${project ?? ""}/${stack ?? ""}`, path };
  } catch {
    return undefined;
  }
}

/** Who holds it, and since when. */
export function lockText(lock: Lock, now = new Date()): string {
  return `${lock.stack} is locked by ${holderText(lock, now)}.`;
}
