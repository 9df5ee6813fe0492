import { duration } from "../text/duration.ts";

/** A duration; what took less than a second in milliseconds: `8 ms`, `2.0 s`. */
export function spent(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : duration(milliseconds);
}
