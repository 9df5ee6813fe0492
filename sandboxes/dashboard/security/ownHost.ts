import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { isOwnHost } from "../../../reporters/isOwnHost.ts";

/**
 * Whether a `Host` names this server: this machine, an address (which no stranger's name points to), or a name that its certificate
 * has.
 */
export function ownHost(certificate: X509Certificate | undefined): (host: string | undefined) => boolean {
  return (host) => {
    if (isOwnHost(host)) return true;
    if (host === undefined || certificate === undefined) return false;
    const name = host.replace(/:\d{1,5}$/, "");
    return isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0 || certificate.checkHost(name) !== undefined;
  };
}
