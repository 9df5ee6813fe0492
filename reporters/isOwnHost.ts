/**
 * Whether a request names this machine in its `Host`. A web page elsewhere that has had its own name point here (DNS rebinding)
 * is told by that name.
 */
export function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);
}
