/** The tag that says when access to a sandbox ends, ISO 8601, for whoever finds something of it in the account. */
export const expiryTag = "keylab:expires";
