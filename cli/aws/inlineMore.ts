import { setFlagsFromString } from "node:v8";

/**
 * Has V8 inline more of what is compiled from now on. By default it stops in the middle of the path that every call takes: with
 * three times as much a GetItem over HTTP comes to a rate that is 3 to 6 % higher.
 */
export function inlineMore(): void {
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=3000");
}
