import { UserError } from "../errors/userError.ts";

/** A seed that AWS, or the embedded AWS, refuses. */
export class SeedRefused extends UserError {
  /** The names and positions that lead to what is refused. */
  readonly path: readonly (string | number)[];
  readonly reason: string;

  constructor(path: readonly (string | number)[], reason: string) {
    super(`The seed is refused at ${path.join(".")}: ${reason}`, "Mend the seed.");
    this.path = path;
    this.reason = reason;
  }
}
