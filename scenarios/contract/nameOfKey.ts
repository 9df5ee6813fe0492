/** What a scenario calls the key with this ARN: the scenario's own name of it, or `another key`. Nothing for no key. */
export function nameOfKey(found: string | undefined, name: string, arn: string): string | undefined {
  if (found === undefined) return undefined;
  return found === arn ? name : "another key";
}
