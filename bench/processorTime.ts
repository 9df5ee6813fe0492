import { median } from "../reporters/text/median.ts";

const rounds = 7;

/** Processor time that this process has used so far, in milliseconds: other processes do not disturb it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The microseconds of processor time that something takes: the median of several rounds, after one to get warm. */
export async function microsOf(work: () => unknown, times = 3_000): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const began = processorTime();
    for (let turn = 0; turn < times; turn++) await work();
    measured.push(((processorTime() - began) * 1_000) / times);
  }
  return median(measured.slice(1));
}
