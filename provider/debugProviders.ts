/** The packages that one provider serves. */
const packages = ["aws", "awsx"];

/** The value of `PULUMI_DEBUG_PROVIDERS` that attaches an engine to the provider at a port. */
export function debugProviders(port: number): string {
  return packages.map((name) => `${name}:${port}`).join(",");
}
