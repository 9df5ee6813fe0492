import { negationOf, testOperator, type OperatorCases } from "./testOperator.ts";

const wrong = [
  "",
  "here",
  "203.0.113",
  "203.0.113.256",
  "203.0.113.0/33",
  "203.0.113.0/",
  "203.0.113.0/-1",
  "203.0.113.0/24/24",
  "203.0.113.*",
  "2001:db8::/129",
  "2001:db8:::",
  "fe80::1%eth0",
];

const cases: OperatorCases = {
  operator: "IpAddress",
  source: "IAM User Guide, IP address condition operators",
  met: [
    ["203.0.113.7", "203.0.113.0/24"],
    ["203.0.113.0", "203.0.113.0/24"],
    ["203.0.113.255", "203.0.113.0/24"],
    // The bits behind the prefix do not count.
    ["203.0.113.7", "203.0.113.99/24"],
    // Without a prefix it is one address.
    ["203.0.113.7", "203.0.113.7"],
    ["203.0.113.7", "203.0.113.7/32"],
    ["198.51.100.1", "0.0.0.0/0"],
    ["2001:db8:1234:5678::1", "2001:DB8:1234:5678::/64"],
    ["2001:db8::1", "2001:0db8:0:0:0:0:0:1"],
    ["2001:db8::1", "::/0"],
    // What a server that listens on both families calls an IPv4 address.
    ["::ffff:203.0.113.7", "203.0.113.0/24"],
  ],
  unmet: [
    ["203.0.114.0", "203.0.113.0/24"],
    ["203.0.112.255", "203.0.113.0/24"],
    ["203.0.113.8", "203.0.113.7"],
    ["2001:db8:1234:5679::1", "2001:db8:1234:5678::/64"],
    ["2001:db8::1", "0.0.0.0/0"],
    ["203.0.113.7", "2001:db8::/32"],
    ["dynamodb.amazonaws.com", "0.0.0.0/0"],
    ["", "0.0.0.0/0"],
    ["203.0.113.7", "here"],
  ],
  refused: wrong.map((stated) => [stated, `'${stated}' is neither an IP address nor a range in CIDR notation`]),
};

describe("a condition on addresses", () => {
  testOperator(cases);
  testOperator(negationOf("NotIpAddress", cases));
});
