/** The whole of a placeholder for a value from an answer: `<answer 3 CiphertextBlob>`. */
const pattern = /^<answer (\d+) (.+)>$/;

/** A value that an earlier command of the phase was answered. */
export interface Answered {
  /** Which command, from 1. */
  readonly command: number;
  /** Where in the answer, in JMESPath: `KeyMetadata.Arn`. */
  readonly path: string;
}

/** What stands for a value from an answer in a record. */
export function answerPlaceholder({ command, path }: Answered): string {
  return `<answer ${command} ${path}>`;
}

/** What a placeholder stands for; nothing if the text is none. */
export function readAnswer(text: string): Answered | undefined {
  const [, command, path] = pattern.exec(text) ?? [];
  return command === undefined || path === undefined ? undefined : { command: Number(command), path };
}
