import type { LambdaFunction } from "./lambdaFunction.ts";

/** Lambda's state of one account in one region. */
export class LambdaStore {
  /** By name. */
  readonly functions = new Map<string, LambdaFunction>();
}
