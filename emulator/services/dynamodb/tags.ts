import type { Tag } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { validationException } from "./errors.ts";

/** Source: DynamoDB Developer Guide, "Tagging restrictions in DynamoDB". */
const maximumTags = 50;

/** Reads the tags of a request. Throws ValidationException for reserved and repeated keys; the messages were recorded. */
export function readTags(tags: readonly Input<Tag>[]): Map<string, string> {
  const read = new Map<string, string>();
  for (const { Key, Value } of tags) {
    if (Key.startsWith("aws:")) throw validationException(`Tag Key cannot be prefixed with aws:, Key: ${Key}`);
    if (read.has(Key)) {
      throw validationException(`Duplicate Tag Keys provided as input: Duplicate Tag Key found ${Key}`);
    }
    read.set(Key, Value);
  }
  checkNumberOfTags(read);
  return read;
}

/** Throws ValidationException if a table would have too many tags. */
export function checkNumberOfTags(tags: ReadonlyMap<string, string>): void {
  if (tags.size > maximumTags) {
    throw validationException("Number of Tags exceed the current limit for the provided ResourceArn");
  }
}
