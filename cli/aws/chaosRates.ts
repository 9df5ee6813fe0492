import type { AwsServerOptions } from "../../targets/awsServer.ts";

/** Which requests meet faults, and how often. */
export type ChaosSettings = NonNullable<AwsServerOptions["chaos"]>;

/** How often each fault is made. */
export type ChaosRates = NonNullable<ChaosSettings["rates"]>;

/** What holds where nothing is said. */
export const noFaults: ChaosRates = { throttle: 0, error: 0, drop: 0, slow: 0, slowness: { from: 200, to: 2_000 } };

export const defaultChaosSeed = 1;

export const tooManyFaults = "The rates of throttle, error and drop are more than 1 together.";

/** Whether one request would have to meet two faults. */
export function areTooMany({ throttle, error, drop }: ChaosRates): boolean {
  // Rates such as 0.1, 0.2 and 0.7 are not exact.
  return throttle + error + drop > 1 + 1e-9;
}
