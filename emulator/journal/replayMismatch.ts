/** A call that does not end in a replay as it ended when it was made: this version of Keylab is another. */
export class ReplayMismatch extends Error {
  /** @param difference as the rest of a sentence about the call: `draws more random values` */
  constructor(difference: string) {
    super(`It ${difference} than when it was made.`);
    this.name = "ReplayMismatch";
  }
}
