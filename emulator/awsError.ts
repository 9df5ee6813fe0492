/** An error that AWS would answer with: a code, a message, an HTTP status. Anything else that is thrown is a bug of ours. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** The id of the call that failed, once a dispatcher has seen the error. */
  requestId?: string;
  /** What decided, where the state of a key and not a policy did: it is kept with the decisions of the request. */
  readonly keyState?: { readonly action: string; readonly resource: string };

  /** What the error tells beside its message, as members of its structure in the API model. */
  readonly members?: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: {
      status?: number;
      keyState?: { action: string; resource: string };
      members?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
    this.name = "AwsError";
    this.code = code;
    this.status = options.status ?? 400;
    this.keyState = options.keyState;
    this.members = options.members;
  }
}
