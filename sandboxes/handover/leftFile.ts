/** A file with credentials that is still there. */
export interface LeftFile {
  readonly path: string;
  /** A sentence, with what a human can do about it. */
  readonly reason: string;
}
