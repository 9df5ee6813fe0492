/**
 * What IAM says of a value that breaks a pattern of its API model, by pattern.
 * Source: answers of real AWS in public bug reports; the sentence of `path` is the one for users and roles.
 */
export const patternSentences: ReadonlyMap<string, string> = new Map([
  [String.raw`[\w+=,.@-]+`, "It must contain only alphanumeric characters and/or the following: +=,.@_-"],
  [
    String.raw`(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`,
    "It must begin and end with / and contain only alphanumeric characters and/or / characters.",
  ],
  [
    String.raw`((/[A-Za-z0-9\.,\+@=_-]+)*)/`,
    "It must begin and end with / and contain only alphanumeric characters and/or / characters.",
  ],
  [
    String.raw`\u002F[\u0021-\u007F]*`,
    "It must begin with the / character and contain only alphanumeric characters and/or / characters.",
  ],
  [String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`, "It must contain only printable ASCII characters."],
]);
