/** How a target comes to see what has changed, and how long it may take. All times in milliseconds. */
export interface Patience {
  /**
   * How long after a change the target may still answer as before. Until then no answer counts. 0 where everything is seen at
   * once.
   */
  readonly settle: number;
  /** How many answers in a row must be as expected. */
  readonly answers: number;
  /** How long answers that may still change are waited for, once they count. */
  readonly limit: number;
  /** The same for expectations that are met `eventually`: what a service does on its own takes its time everywhere. */
  readonly eventually: number;
  /** Between two tries. */
  readonly pause: number;
}
