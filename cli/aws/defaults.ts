/** The port on which other local AWS servers listen, too. */
export const defaultPort = 4566;

/** The region that clients are told to use; the embedded AWS has all of them. */
export const region = "us-east-1";

/** The account of the access key id `test`. */
export const defaultAccountId = "000000000000";
