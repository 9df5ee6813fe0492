import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ClassFolder } from "../classes/classFolder.ts";
import { writeCredentials } from "../handover/credentialsRecord.ts";
import type { Lease } from "../lease/lease.ts";

/** Deletes what this machine keeps of a sandbox: its credentials and the engine's state. The journal stays. */
export async function forgetLease({ id }: Lease, folder: ClassFolder): Promise<void> {
  const path = folder.leases.folderOf(id);
  writeCredentials(path, undefined);
  for (const name of ["workspace", "state"]) await rm(join(path, name), { recursive: true, force: true });
}
