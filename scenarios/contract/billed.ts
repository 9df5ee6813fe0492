/** How many things of a scenario AWS bills by the time that they are there. Requests are billed as well: those of a run cost less than 0.01 USD. */
export interface Billed {
  /** Customer managed keys, replicas too: prorated from their creation until their deletion is scheduled. */
  readonly keys?: number;
  readonly secrets?: number;
  readonly alarms?: number;
  readonly volumeGigabytes?: number;
  /** What else there is to say: a sentence. */
  readonly note?: string;
}

type Item = Exclude<keyof Billed, "note">;

/**
 * In USD a month. Sources: the price pages of AWS KMS, Secrets Manager, CloudWatch (standard resolution) and EBS (gp3), for
 * us-east-1.
 */
const monthlyPrices: Readonly<Record<Item, { readonly price: number; readonly names: readonly [string, string] }>> = {
  keys: { price: 1, names: ["customer managed key", "customer managed keys"] },
  secrets: { price: 0.4, names: ["secret", "secrets"] },
  alarms: { price: 0.1, names: ["alarm", "alarms"] },
  volumeGigabytes: { price: 0.08, names: ["GB of volumes", "GB of volumes"] },
};

/** As AWS counts. */
const hoursOfMonth = 730;

/** What it costs an hour while it is there, in USD. */
export function hourlyCost(billed: Billed): number {
  return itemsOf(billed).reduce((sum, { count, price }) => sum + (count * price) / hoursOfMonth, 0);
}

/** What it costs by the hour and by the run, in words. */
export function costOf(billed: Billed): string {
  const items = itemsOf(billed);
  const perHour = hourlyCost(billed);
  const what = items.map(({ count, names: [one, many] }) => `${count} ${count === 1 ? one : many}`);
  const byTheHour = items.length === 0 ? "Nothing" : `About ${perHour.toFixed(4)} USD`;
  const reason = items.length === 0 ? "" : ` (${what.join(", ")})`;
  return [`${byTheHour} an hour${reason}, less than 0.01 USD a run.`, billed.note].filter(Boolean).join(" ");
}

function itemsOf(billed: Billed) {
  return (["keys", "secrets", "alarms", "volumeGigabytes"] as const).flatMap((item) => {
    const count = billed[item] ?? 0;
    return count === 0 ? [] : [{ count, ...monthlyPrices[item] }];
  });
}
