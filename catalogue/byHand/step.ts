/** What an option is given: text, several words, or a document that is passed as JSON. `true` is the option alone. */
export type OptionValue = string | number | boolean | readonly string[] | object | undefined;

/** Where something of an answer is kept, found by a query in JMESPath: text in a shell variable, bytes in a file of the folder. */
export type Kept =
  { readonly variable: string; readonly query: string } | { readonly file: string; readonly query: string };

/** A command of the AWS CLI. Text may hold the placeholders of a record. */
export interface AwsCommand {
  /** Service and operation: `kms create-key`. */
  readonly operation: string;
  /** By their names without dashes; those that are `undefined` or `false` are left out. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Where the AWS CLI writes what streams. Default: the operation streams nothing. */
  readonly outfile?: string;
  /** What is kept of the answer. Default: it is printed. */
  readonly into?: Kept;
}

/** One step of making something by hand: a command of the AWS CLI, or a line of shell as it stands. */
export type Step = AwsCommand | string;
