import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";

/** Clients of a user of a sandbox. */
export type StudentClients = Awaited<ReturnType<typeof studentClients>>;

/**
 * Clients that act as a user of a sandbox, as the file of profiles says that was handed out.
 *
 * @param handOut the folder that was handed out
 * @param user without the sandbox's prefix
 */
export async function studentClients(handOut: string, lease: string, user: string) {
  const profiles = await readFile(join(handOut, lease, "aws-config"), "utf8");
  const [, profile = ""] = profiles.split(`[profile ${lease}-${user}]\n`);
  const value = (name: string) => new RegExp(`^${name} = (.*)$`, "m").exec(profile)?.[1] ?? "";
  const place = { region: value("region"), endpoint: value("endpoint_url") };
  return clientsAt(place, { accessKeyId: value("aws_access_key_id"), secretAccessKey: value("aws_secret_access_key") });
}

/** Clients with an access key, at a place. They never try again. */
export function clientsAt(
  place: { readonly region: string; readonly endpoint: string },
  credentials: { readonly accessKeyId: string; readonly secretAccessKey: string },
) {
  const options = { ...place, credentials, maxAttempts: 1 };
  return {
    place,
    dynamodb: new DynamoDBClient(options),
    iam: new IAMClient(options),
    kms: new KMSClient(options),
  };
}
