/** The parts of an id `<log group>:<name>`; names of log groups hold no colon. */
export function partOfLogGroup(id: string): { logGroupName: string; name: string } {
  const [logGroupName = "", ...name] = id.split(":");
  return { logGroupName, name: name.join(":") };
}
