import type { AwsState } from "./awsState.ts";

type Credentials = AwsState["administrator"];

/** The access key of an embedded AWS's administrator: the one that is known as long as it works, else a new one. */
export async function administratorKey(state: AwsState): Promise<Credentials> {
  const { isAccepted } = await import("../../targets/isAccepted.ts");
  if (await isAccepted(state, state.administrator)) return state.administrator;
  const { sharedAdministrator } = await import("../../targets/sharedAdministrator.ts");
  const { url, region, rootSecret } = state;
  const credentials = { accessKeyId: "test", secretAccessKey: rootSecret };
  return sharedAdministrator({ endpoint: url, region, credentials, maxAttempts: 1 });
}
