import type { AwsState } from "./awsState.ts";

type Credentials = AwsState["administrator"];

/** The access key of an embedded AWS's administrator: the one that is known as long as it works, else a new one. */
export async function administratorKey(state: AwsState): Promise<Credentials> {
  if (await works(state)) return state.administrator;
  const { sharedAdministrator } = await import("../../targets/sharedAdministrator.ts");
  const { url, region, rootSecret } = state;
  const credentials = { accessKeyId: "test", secretAccessKey: rootSecret };
  return sharedAdministrator({ endpoint: url, region, credentials, maxAttempts: 1 });
}

async function works({ url, region, administrator }: AwsState): Promise<boolean> {
  const { GetCallerIdentityCommand, STSClient, STSServiceException } = await import("@aws-sdk/client-sts");
  const sts = new STSClient({ endpoint: url, region, credentials: administrator, maxAttempts: 1 });
  try {
    await sts.send(new GetCallerIdentityCommand());
    return true;
  } catch (error) {
    if (error instanceof STSServiceException && error.$fault === "client") return false;
    throw error;
  } finally {
    sts.destroy();
  }
}
