import type { Clock } from "./clock.ts";

/** A key and its certificate, in PEM. The certificate names the hosts by which the pages are called. */
export interface TlsFiles {
  readonly key: string;
  readonly cert: string;
}

/** How a class is served. */
export interface ServeOptions {
  /** Where it listens. Default: loopback, `127.0.0.1`. Anything else needs TLS. */
  readonly host?: string;
  /** Default: one that is free. */
  readonly port?: number;
  readonly tls?: TlsFiles;
  /** Hears of sign-ins, of what is done to leases, and of bugs with their stack, line by line. No secret is ever in a line. */
  readonly log?: (line: string) => void;
  /** For tokens, sessions and limits. Default: the clock of this machine. */
  readonly clock?: Clock;
  /** How long a view is good before the desk is asked again, in milliseconds. Default: 2000. */
  readonly pollEvery?: number;
  /** How often listeners are shown that the line is up, in milliseconds. Default: 15000. */
  readonly beatEvery?: number;
}
