/** Something is not removed on purpose; the message says why, as a clause. */
export class RemovalRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "RemovalRefused";
  }
}
