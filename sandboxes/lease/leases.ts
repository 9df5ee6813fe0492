import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { foldLease } from "./foldLease.ts";
import type { Lease, LeaseOrder } from "./lease.ts";
import { leaseEntry, type LeaseEntry } from "./leaseEntry.ts";
import { mayFollow, type LeaseState } from "./leaseState.ts";

const journalFile = "lease.jsonl";

/**
 * The leases of a class, each in a folder of its own with a journal: a JSON document a line, for the user alone. What is written is on the
 * disk when the call returns, so that what is done next is known even if the process is killed.
 */
export class Leases {
  readonly #folder: string;

  /** @param folder made if need be */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Where a lease keeps what is its own: the engine's state, its credentials. */
  folderOf(id: string): string {
    return join(this.#folder, id);
  }

  /** All of them, by id. */
  list(): readonly Lease[] {
    return readdirSync(this.#folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
      .flatMap((id) => this.find(id) ?? []);
  }

  /** Nothing if there is none, or if whoever began it was killed before it was requested. */
  find(id: string): Lease | undefined {
    const file = join(this.folderOf(id), journalFile);
    if (!existsSync(file)) return undefined;
    return foldLease(readFileSync(file, "utf8").split("\n").flatMap(readLine));
  }

  /** @throws Error if there is no such lease. */
  get(id: string): Lease {
    const lease = this.find(id);
    if (!lease) throw new Error(`There is no lease ${id}.`);
    return lease;
  }

  /** What a lease is made of, with its students as they are now. Throws an Error if there is no such lease. */
  orderOf(id: string): LeaseOrder {
    const { students, group, pseudonym, blueprint, account, region, joinCode } = this.get(id);
    return {
      id,
      students,
      pseudonym,
      blueprint,
      joinCode,
      ...(group !== undefined && { group }),
      ...(account !== undefined && { account }),
      ...(region !== undefined && { region }),
    };
  }

  request(order: LeaseOrder, terms: { readonly at: Date; readonly until: Date; readonly reason: string }): void {
    mkdirSync(this.folderOf(order.id), { recursive: true, mode: 0o700 });
    const [at, until] = [terms.at.toISOString(), terms.until.toISOString()];
    this.write(order.id, { type: "requested", at, until, order, reason: terms.reason });
  }

  /**
   * Leads a lease from its state to another.
   *
   * @throws Error where none leads there.
   */
  lead(id: string, state: LeaseState, { at, reason }: { readonly at: Date; readonly reason: string }): void {
    const from = this.get(id).state;
    if (!mayFollow(from, state)) throw new Error(`The lease ${id} is ${from} and cannot become ${state}.`);
    this.write(id, { type: "state", at: at.toISOString(), state, reason });
  }

  write(id: string, entry: LeaseEntry): void {
    const file = openSync(join(this.folderOf(id), journalFile), "a", 0o600);
    try {
      // A line that a dead process has begun ends here, and counts for nothing.
      writeSync(file, `\n${JSON.stringify(entry)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

function readLine(line: string): LeaseEntry[] {
  if (line === "") return [];
  try {
    const { data } = leaseEntry.safeParse(JSON.parse(line));
    return data ? [data] : [];
  } catch {
    return [];
  }
}
