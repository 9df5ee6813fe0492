/** An amount in US dollars: `$0.12`. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
