import { shellWord } from "./shellWord.ts";
import type { Step } from "./step.ts";

/** What signs requests. Each is a word of shell, variables may be in it. */
export interface ProfileCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}

/** Keeps credentials under the name of a profile. */
export function profileSteps(
  profile: string,
  { accessKeyId, secretAccessKey, sessionToken }: ProfileCredentials,
): readonly Step[] {
  const set = (name: string, word: string) =>
    `aws configure set ${name} ${word} --profile ${shellWord(profile, new Map())}`;
  return [
    set("aws_access_key_id", accessKeyId),
    set("aws_secret_access_key", secretAccessKey),
    ...(sessionToken === undefined ? [] : [set("aws_session_token", sessionToken)]),
  ];
}
