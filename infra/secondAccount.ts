/** Another account than the one that is deployed to, and how to deploy to it as well. */
export interface SecondAccount {
  readonly accountId: string;
  readonly region: string;
  readonly administrator: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}
