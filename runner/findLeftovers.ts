/** What is there after the teardown and was not there before, as far as it is the run's. */
export function findLeftovers(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  isOurs: (item: string) => boolean,
): string[] {
  return [...after].filter((item) => !before.has(item) && isOurs(item));
}
