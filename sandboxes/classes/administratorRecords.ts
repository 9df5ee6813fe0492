import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { startOf } from "../../runner/journal/startOf.ts";
import type { Mark } from "../../runner/marks/mark.ts";

const entry = z.object({
  /** Where the administrator is, as journals have it. */
  target: z.string(),
  mark: z.object({ run: z.string(), scenario: z.string(), expires: z.string() }),
  pid: z.number().int(),
  /** When that process began; absent where the system does not tell, and where the administrator is abandoned. */
  started: z.string().optional(),
});

/**
 * The administrators that commands have made for themselves on a target, each in a file of its own as long as the command lives: whoever is killed cannot
 * remove theirs.
 */
export class AdministratorRecords {
  readonly #folder: string;

  /** @param folder of the target; made if need be */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** To be written before the administrator is made. */
  async write(mark: Mark, target: string): Promise<void> {
    const { pid } = process;
    this.#keep({ target, mark, pid, started: await startOf(pid) });
  }

  /** To be called where the administrator could not be removed: whoever comes next does. */
  abandon(mark: Mark, target: string): void {
    this.#keep({ target, mark, pid: process.pid });
  }

  /** To be called after the administrator is removed. */
  forget(mark: Mark): void {
    rmSync(this.#fileOf(mark), { force: true });
  }

  /** The marks of administrators on a target whose command is dead, or has abandoned them. */
  async dead(on: string): Promise<readonly Mark[]> {
    const marks: Mark[] = [];
    for (const name of readdirSync(this.#folder)) {
      const { target, mark, pid, started } = entry.parse(JSON.parse(readFileSync(join(this.#folder, name), "utf8")));
      if (target !== on) continue;
      if ((await startOf(pid)) !== started || started === undefined) marks.push(mark);
    }
    return marks;
  }

  #keep(record: z.infer<typeof entry>): void {
    writeFileSync(this.#fileOf(record.mark), `${JSON.stringify(record)}\n`, { mode: 0o600 });
  }

  #fileOf({ run }: Mark): string {
    return join(this.#folder, `${run}.json`);
  }
}
