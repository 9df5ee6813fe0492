/** A seed that is refused: where in it, and why. */
export class SeedError extends Error {
  /** The names and positions that lead there, such as `accounts`, `111122223333`, `users`, `alice`. */
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[], message: string) {
    super(message);
    this.name = "SeedError";
    this.path = path;
  }
}
