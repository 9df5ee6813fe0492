import { takeInventory } from "../../runner/inventory/takeInventory.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";

/**
 * Everything that is there in an account, but for keys that are pending deletion.
 *
 * @param accessKeyId of its root user. Default: that of the default account
 */
export async function inventory(url: string, accessKeyId = "test"): Promise<Set<string>> {
  const credentials = { accessKeyId, secretAccessKey: "test" };
  const sessions = ["us-east-1", "eu-west-1"].map(
    (region) => new Session({ endpoint: url, region, credentials, maxAttempts: 10 }, new Notes()),
  );
  try {
    return new Set(await takeInventory(sessions));
  } finally {
    for (const session of sessions) session.close();
  }
}
