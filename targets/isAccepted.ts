import { GetCallerIdentityCommand, STSClient, STSServiceException } from "@aws-sdk/client-sts";
import type { Credentials } from "../runner/target.ts";

/** Whether an embedded AWS knows an access key. Rejects if it does not answer. */
export async function isAccepted(
  { url, region }: { readonly url: string; readonly region: string },
  credentials: Credentials,
): Promise<boolean> {
  const sts = new STSClient({ endpoint: url, region, credentials, maxAttempts: 1 });
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
