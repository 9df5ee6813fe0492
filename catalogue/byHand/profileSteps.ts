import type { Step } from "./step.ts";

/** Keeps an access key under the name of a profile. Id and secret are words of shell, variables may be in them. */
export function profileSteps(profile: string, accessKeyId: string, secretAccessKey: string): readonly Step[] {
  return [
    `aws configure set aws_access_key_id ${accessKeyId} --profile ${profile}`,
    `aws configure set aws_secret_access_key ${secretAccessKey} --profile ${profile}`,
  ];
}
