/** A data folder that cannot be used, for a reason that its user can do something about. */
export class DataFolderError extends Error {
  /** What to do now. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.name = "DataFolderError";
    this.advice = advice;
  }
}
