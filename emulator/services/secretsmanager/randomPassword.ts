import type { GetRandomPasswordCommandInput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import type { RandomSource } from "../../randomSource.ts";

type PasswordInput = Input<GetRandomPasswordCommandInput>;

/** What passwords are made of. Source: Secrets Manager API Reference, GetRandomPassword. */
const types: readonly { readonly characters: string; isExcluded(input: PasswordInput): boolean | undefined }[] = [
  { characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", isExcluded: ({ ExcludeUppercase }) => ExcludeUppercase },
  { characters: "abcdefghijklmnopqrstuvwxyz", isExcluded: ({ ExcludeLowercase }) => ExcludeLowercase },
  { characters: "0123456789", isExcluded: ({ ExcludeNumbers }) => ExcludeNumbers },
  { characters: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", isExcluded: ({ ExcludePunctuation }) => ExcludePunctuation },
];

/**
 * Draws a password, every one that the input allows being as likely as any other. Each included type must occur unless told
 * otherwise; a space never must. Throws InvalidParameterException where no password is possible.
 * Source of the messages: public transcripts of CloudFormation, which passes them on.
 */
export function randomPassword(random: RandomSource, input: PasswordInput): string {
  const { PasswordLength = 32, RequireEachIncludedType = true, IncludeSpace = false } = input;
  const excluded = new Set(input.ExcludeCharacters);
  const left = (characters: string) =>
    Array.from(characters)
      .filter((character) => !excluded.has(character))
      .join("");
  const included = types.filter((type) => type.isExcluded(input) !== true).map(({ characters }) => left(characters));
  const required = RequireEachIncludedType ? included : [];
  const alphabet = included.join("") + (IncludeSpace ? left(" ") : "");
  if (required.includes("")) throw invalid("All characters of the desired type have been excluded.");
  if (alphabet === "") throw invalid("All characters have been excluded from selection.");
  if (PasswordLength < required.length) {
    throw invalid("Password length is too short based on the required types.");
  }
  return draw(random, PasswordLength, alphabet, required);
}

/** Drawing again, rather than putting the missing types in, favors no password over another. */
function draw(random: RandomSource, length: number, alphabet: string, required: readonly string[]): string {
  for (;;) {
    const password = random.text(length, alphabet);
    const characters = Array.from(password);
    if (required.every((type) => characters.some((character) => type.includes(character)))) return password;
  }
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
