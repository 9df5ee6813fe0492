import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { accountsRecord, type SandboxAccount } from "../accounts/sandboxAccount.ts";
import { Leases } from "../lease/leases.ts";
import type { Roster } from "../student.ts";
import { classRecord, isolationRecord, rosterRecord, type ClassRecord, type IsolationRecord } from "./classRecord.ts";

/** What Keylab knows of a class: a folder for the user alone. */
export class ClassFolder {
  readonly path: string;
  readonly leases: Leases;

  /** @param path made if need be */
  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true, mode: 0o700 });
    this.leases = new Leases(join(path, "leases"));
  }

  /** Nothing if the class was never begun. */
  get record(): ClassRecord | undefined {
    return this.#read("class.json", classRecord);
  }

  set record(record: ClassRecord | undefined) {
    this.#write("class.json", record);
  }

  /** Nothing after the end of the class. */
  get roster(): Roster | undefined {
    return this.#read("roster.json", rosterRecord);
  }

  set roster(roster: Roster | undefined) {
    this.#write("roster.json", roster);
  }

  /** Nothing where none were given: all sandboxes are in the target's own, or where the roster has them. */
  get accounts(): readonly SandboxAccount[] | undefined {
    return this.#read("accounts.json", accountsRecord);
  }

  set accounts(accounts: readonly SandboxAccount[] | undefined) {
    this.#write("accounts.json", accounts);
  }

  /** Nothing if nothing was proved yet. */
  get isolation(): IsolationRecord | undefined {
    return this.#read("isolation.json", isolationRecord);
  }

  set isolation(isolation: IsolationRecord | undefined) {
    this.#write("isolation.json", isolation);
  }

  #read<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> | undefined {
    const file = join(this.path, name);
    return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
  }

  /** Whole or not at all. */
  #write(name: string, content: object | undefined): void {
    const file = join(this.path, name);
    if (content === undefined) return rmSync(file, { force: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

/** The names of the classes below a folder. */
export function classNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "class.json")))
    .map(({ name }) => name)
    .sort();
}
