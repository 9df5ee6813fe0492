/** IAM tells policy documents percent-encoded (API reference of GetUserPolicy). */
export function decodePolicy(encoded: string): string {
  return decodeURIComponent(encoded);
}

/** The parts of the id of an inline policy, `<owner>:<policy name>`; owners' names hold no colon. */
export function inlinePolicyOf(id: string): { owner: string; name: string } {
  const [owner = "", ...name] = id.split(":");
  return { owner, name: name.join(":") };
}
