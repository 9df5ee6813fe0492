/** Where the engine keeps its state, and how what is secret in it is encrypted. Plain data: threads are handed it. */
export interface Backend {
  /** As Pulumi takes it, such as `s3://bucket`. It may hold a password. Absent: files in the folder of the run. */
  readonly url?: string;
  /** As Pulumi takes it, such as `awskms://…`. Absent: as the target has it. */
  readonly secretsProvider?: string;
  /** What Pulumi's CLI needs to get at both: AWS variables. Those of the target win. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A backend as it may be told: without user name and password, and without what follows a question mark. */
export function tellableBackend(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
