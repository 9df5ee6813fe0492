import { median } from "../reporters/text/median.ts";

/** Measures two things in turn, A B A B …, and returns the ratios A/B pair by pair with the medians in milliseconds. */
export async function compare(
  pairs: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number; b: number; ratio: number }> {
  const measured: { a: number; b: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) measured.push({ a: await a(), b: await b() });
  return {
    a: median(measured.map((one) => one.a)),
    b: median(measured.map((one) => one.b)),
    ratio: median(measured.map((one) => one.a / one.b)),
  };
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
