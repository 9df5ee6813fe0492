import type { KeepAliveClient } from "./keepAliveClient.ts";
import type { RawRequest } from "../test/support/signedRequest.ts";

/** Makes a kind of call again and again for so many milliseconds, one after the other, and returns the milliseconds that one takes. */
export type Timed = (milliseconds: number) => Promise<number>;

/** By a client that takes little time itself. Of several requests each has its share of the time; what they take is added up. */
export function byHand(client: KeepAliveClient, requests: readonly RawRequest[]): Timed {
  return async (milliseconds) => {
    let sum = 0;
    for (const request of requests) sum += await client.time(request, milliseconds / requests.length);
    return sum;
  };
}

/** By a client of the AWS SDK, as users make their calls. */
export function bySdk(send: () => Promise<unknown>): Timed {
  return async (milliseconds) => {
    const began = performance.now();
    let sent = 0;
    do {
      await send();
      sent += 1;
    } while (performance.now() - began < milliseconds);
    return (performance.now() - began) / sent;
  };
}
