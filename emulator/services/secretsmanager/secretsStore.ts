/** Secrets Manager's state of one account in one region. */
export class SecretsStore {}
