/**
 * What a scenario calls the key that was found: its own name of it where it knows one with this ARN, else `another key`. Nothing
 * for no key.
 */
export function nameOfKey(found: string | undefined, name?: string, arn?: string): string | undefined {
  if (found === undefined) return undefined;
  return found === arn ? name : "another key";
}
