/** How asynchronous invocations of a version or alias are treated. */
export interface EventInvokeConfig {
  /** How often an invocation that failed is tried again. Default: 2. */
  readonly maximumRetryAttempts?: number;
  /** How old an invocation may become before it is dropped, in seconds. Default: six hours. */
  readonly maximumEventAge?: number;
  readonly lastModified: Date;
}

/** Source: Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation". */
export const defaultRetryAttempts = 2;
