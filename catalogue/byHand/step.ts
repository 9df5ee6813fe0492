/** What an option is given: text, several words, or a document that is passed as JSON. `true` is the option alone. */
export type OptionValue = string | number | boolean | readonly string[] | object | undefined;

/** A command of the AWS CLI. Text may hold the placeholders of a record. */
export interface AwsCommand {
  /** Service and operation: `kms create-key`. */
  readonly operation: string;
  /** By their names without dashes; those that are `undefined` or `false` are left out. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** The shell variable that keeps what the query finds in the answer. */
  readonly into?: { readonly variable: string; readonly query: string };
}

/** One step of making something by hand: a command of the AWS CLI, or a line of shell as it stands. */
export type Step = AwsCommand | string;
