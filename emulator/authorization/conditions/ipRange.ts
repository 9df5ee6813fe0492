import { BlockList, isIP } from "node:net";

interface IpRange {
  readonly address: string;
  readonly family: "ipv4" | "ipv6";
  readonly prefixLength: number;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32`, or a single address. Returns `undefined` for anything else. */
export function ipRange(text: string): IpRange | undefined {
  const [, address = "", prefix] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = familyOf(address);
  if (!family) return undefined;
  const longest = family === "ipv4" ? 32 : 128;
  const prefixLength = Number(prefix ?? longest);
  return prefixLength > longest ? undefined : { address, family, prefixLength };
}

/** Whether an address lies in a range. Whatever is no address lies in none. */
export function isInRange(address: string, { address: base, family, prefixLength }: IpRange): boolean {
  const familyOfAddress = familyOf(address);
  if (!familyOfAddress) return false;
  const range = new BlockList();
  range.addSubnet(base, prefixLength, family);
  return range.check(address, familyOfAddress);
}

function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? "ipv4" : "ipv6";
}
