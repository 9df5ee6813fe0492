import { stringify } from "csv-stringify/sync";
import type { Credential } from "../desk.ts";

/** Where the AWS CLI finds the sandbox. */
export interface HandOutPlace {
  readonly region: string;
  /** Absent on AWS itself. */
  readonly endpoint?: string;
}

/**
 * What is handed to a student, by file name: for each user what the console calls `<user>_credentials.csv`, one file of profiles for the AWS CLI, and one of
 * variables for programs and shells, as the student's own administrator. Secret.
 *
 * Sources: IAM User Guide, "Manage passwords for IAM users" (the console's file); AWS SDKs and Tools Reference Guide, "Shared config and credentials files"
 * and "Service-specific endpoints".
 */
export function handOutFiles(
  credentials: readonly Credential[],
  place: HandOutPlace,
): Readonly<Record<string, string>> {
  const [administrator] = credentials;
  return {
    ...Object.fromEntries(credentials.map((credential) => [`${credential.userName}_credentials.csv`, csv(credential)])),
    "aws-config": credentials.map((credential) => profileOf(credential, place)).join("\n"),
    ...(administrator && { ".env": variables(administrator, place) }),
  };
}

function csv({ userName, password, signInUrl }: Credential): string {
  return stringify([
    ["User name", "Password", "Console sign-in URL"],
    [userName, password, signInUrl],
  ]);
}

/** A user's section of the file `~/.aws/config`. Secret. */
export function profileOf(
  { userName, accessKeyId, secretAccessKey }: Credential,
  { region, endpoint }: HandOutPlace,
): string {
  return [
    `[profile ${userName}]`,
    `aws_access_key_id = ${accessKeyId}`,
    `aws_secret_access_key = ${secretAccessKey}`,
    `region = ${region}`,
    ...(endpoint === undefined ? [] : [`endpoint_url = ${endpoint}`]),
    "",
  ].join("\n");
}

function variables({ accessKeyId, secretAccessKey }: Credential, { region, endpoint }: HandOutPlace): string {
  return [
    `AWS_ACCESS_KEY_ID=${accessKeyId}`,
    `AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    `AWS_REGION=${region}`,
    ...(endpoint === undefined ? [] : [`AWS_ENDPOINT_URL=${endpoint}`]),
    "",
  ].join("\n");
}
